"""Writes the CloudFormation template that SAM makes of template.yaml: translate.py template.yaml OUT.json

Without an account: every role is written out, so nothing has to be looked up, and the region only has to be one.
"""

import json
import sys

from samcli.yamlhelper import yaml_parse
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

source, target = sys.argv[1:]
with open(source, encoding="utf-8") as file:
    template = yaml_parse(file.read())
# The file itself is uploaded before a translation.
template["Globals"]["Function"]["CodeUri"] = "s3://bucket/functions.jar"
translated = Translator({}, Parser()).translate(template, {"Release": "lint"})
with open(target, "w", encoding="utf-8") as file:
    json.dump(translated, file, indent=1)
