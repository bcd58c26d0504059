"""Deploys a translated template on a running MiniStack: ministack.py ENDPOINT TEMPLATE.json BOOTSTRAP Name=Value...

What MiniStack does not do is done here, or left out, and localstack/README.md says so: keep the two together. Prints
NAME=VALUE for each output of the stack and for the URLs under which MiniStack serves the two APIs.
"""

import io
import json
import sys
import time
import zipfile

from botocore.config import Config
from botocore.session import Session

STACK = "asp"
endpoint, template_file, bootstrap_file, *values = sys.argv[1:]


def client(service):
    return Session().create_client(
        service,
        region_name="us-east-1",
        endpoint_url=endpoint,
        aws_access_key_id="test",
        aws_secret_access_key="test",
        config=Config(retries={"max_attempts": 1}),
    )


def adapt(template):
    """Takes what MiniStack refuses out of the template, and writes out what it passes over."""
    resources = template["Resources"]
    for resource in resources.values():
        properties = resource.get("Properties", {})
        if resource["Type"] == "AWS::Lambda::Function":
            # A Java runtime needs Docker here; a bootstrap of ours is a process like any other.
            properties.update(Runtime="provided.al2023", Architectures=["x86_64"])
            properties.pop("SnapStart", None)
            properties["Environment"]["Variables"]["ASP_CONNECTIONS_URL"] = {
                "Fn::Sub": endpoint + "/_aws/execute-api/${WebSocketApi}/connect"
            }
    for name, resource in list(resources.items()):
        if resource["Type"] == "AWS::CloudWatch::Alarm" and "Metrics" in resource["Properties"]:
            del resources[name]
    # Types it does not know: made by API calls below.
    del resources["PingAnswer"], resources["PingRouteResponse"]
    # The OpenAPI document of the HTTP API is passed over: its paths become routes.
    api = resources["HttpApi"]["Properties"]
    api.update(Name="http", ProtocolType="HTTP")
    paths = api.pop("Body")["paths"]
    operations = [(p, m, o) for p, methods in paths.items() for m, o in methods.items()]
    for number, (path, method, operation) in enumerate(operations):
        key = "$default" if operation.get("isDefaultRoute") else f"{method.upper()} {path}"
        resources[f"HttpIntegration{number}"] = {
            "Type": "AWS::ApiGatewayV2::Integration",
            "Properties": {
                "ApiId": {"Ref": "HttpApi"},
                "IntegrationType": "AWS_PROXY",
                "IntegrationUri": operation["x-amazon-apigateway-integration"]["uri"],
                "PayloadFormatVersion": "2.0",
            },
        }
        resources[f"HttpRoute{number}"] = {
            "Type": "AWS::ApiGatewayV2::Route",
            "Properties": {
                "ApiId": {"Ref": "HttpApi"},
                "RouteKey": key,
                "Target": {"Fn::Sub": f"integrations/${{HttpIntegration{number}}}"},
            },
        }
    return template


def zipped(bootstrap):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        entry = zipfile.ZipInfo("bootstrap")
        entry.external_attr = 0o755 << 16
        file.writestr(entry, bootstrap)
    return archive.getvalue()


def create(template):
    storage = client("s3")
    storage.create_bucket(Bucket="code")
    with open(bootstrap_file, "rb") as file:
        storage.put_object(Bucket="code", Key="functions.zip", Body=zipped(file.read()))
    storage.put_object(Bucket="code", Key="template.json", Body=json.dumps(template).encode())
    stacks = client("cloudformation")
    stacks.create_stack(
        StackName=STACK,
        TemplateURL=endpoint + "/code/template.json",
        Capabilities=["CAPABILITY_IAM"],
        Parameters=[{"ParameterKey": k, "ParameterValue": v} for k, v in (p.split("=", 1) for p in values)],
    )
    while True:
        stack = stacks.describe_stacks(StackName=STACK)["Stacks"][0]
        if not stack["StackStatus"].endswith("IN_PROGRESS"):
            break
        time.sleep(0.2)
    if stack["StackStatus"] != "CREATE_COMPLETE":
        for event in stacks.describe_stack_events(StackName=STACK)["StackEvents"]:
            if event["ResourceStatus"] == "CREATE_FAILED":
                print(event["LogicalResourceId"], event.get("ResourceStatusReason"), file=sys.stderr)
        sys.exit("MiniStack did not create the stack.")
    pages = stacks.get_paginator("list_stack_resources").paginate(StackName=STACK)
    made = {r["LogicalResourceId"]: r["PhysicalResourceId"] for p in pages for r in p["StackResourceSummaries"]}
    return made, {output["OutputKey"]: output["OutputValue"] for output in stack["Outputs"]}


def finish(made):
    """What its CloudFormation does not do but its services do."""
    gateway = client("apigatewayv2")
    gateway.create_integration_response(
        ApiId=made["WebSocketApi"],
        IntegrationId=made["PingIntegration"],
        IntegrationResponseKey="/200/",
        TemplateSelectionExpression="200",
        ResponseTemplates={"200": '{"type":"pong"}'},
    )
    tables = client("dynamodb")
    for table in ("AgentsTable", "DeliveryTable"):
        tables.update_time_to_live(
            TableName=made[table], TimeToLiveSpecification={"Enabled": True, "AttributeName": "x"}
        )


with open(template_file, encoding="utf-8") as file:
    made, outputs = create(adapt(json.load(file)))
finish(made)
secret = client("secretsmanager").get_secret_value(SecretId=made["AdminSecret"])["SecretString"]
outputs["HttpApiUrl"] = f"{endpoint}/_aws/execute-api/{made['HttpApi']}/$default"
outputs["WebSocketUrl"] = f"{endpoint}/_aws/execute-api/{made['WebSocketApi']}/connect"
outputs["AdminToken"] = secret
for name, value in outputs.items():
    print(f"{name}={value}")
