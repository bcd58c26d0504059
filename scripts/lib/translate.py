"""Writes the CloudFormation template that SAM makes of template.yaml: translate.py template.yaml OUT.json [Name=Value...]

Without an account: every role is written out, so nothing has to be looked up, and the region only has to be one.
"""

import json
import os
import sys

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

source, target, *values = sys.argv[1:]
parameters = {"Release": "local"} | dict(value.split("=", 1) for value in values)
os.environ.setdefault("AWS_DEFAULT_REGION", "us-east-1")
with open(source, encoding="utf-8") as file:
    template = yaml_parse(file.read())
# The file itself is uploaded before a translation.
template["Globals"]["Function"]["CodeUri"] = "s3://code/functions.zip"
translated = Translator({}, Parser()).translate(template, parameters)
with open(target, "w", encoding="utf-8") as file:
    json.dump(translated, file, indent=1)
