// Runs cdk-nag's AwsSolutions rules over a translated template: nag.mjs FOLDER_OF_CDK_NAG TEMPLATE.json
// A resource's metadata says which rules do not hold for it, and why; such a word without need is an error too.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, file] = process.argv.slice(2);
const require = createRequire(join(folder, 'package.json'));
const { App, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const { AwsSolutionsChecks } = require('cdk-nag');

const stack = new Stack(new App({ analyticsReporting: false }), 'operator');
new CfnInclude(stack, 'template', { templateFile: file });
const report = new AwsSolutionsChecks().validateScope(stack);

const excuses = Object.entries(JSON.parse(readFileSync(file, 'utf8')).Resources).flatMap(([resource, { Metadata }]) =>
  (Metadata?.cdk_nag?.rules_to_suppress ?? []).map(({ id, reason }) => ({ resource, id, reason, needed: false })));
const complaints = [];
for (const { ruleName, description, violatingResources } of report.violations) {
  // A rule may name what it found in brackets behind its id.
  const id = ruleName.replace(/\[.*/s, '');
  for (const { constructPath } of violatingResources) {
    const resource = constructPath.split('/').at(-1);
    const excuse = excuses.find((e) => e.resource === resource && e.id === id && e.reason);
    if (excuse) excuse.needed = true;
    else complaints.push(`${resource}: ${ruleName}: ${description}`);
  }
}
for (const { resource, id } of excuses.filter((e) => !e.needed)) {
  complaints.push(`${resource}: ${id} is suppressed without need, or without a reason`);
}
complaints.forEach((complaint) => console.error(complaint));
if (complaints.length) process.exit(1);
console.log(`cdk-nag: no complaint, ${excuses.length} suppressed with a reason.`);
