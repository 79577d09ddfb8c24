import { stagePythonFindings } from "../../src/checks/stage-pythons";
import { WrittenDockerfile } from "../../src/dockerfile/written-dockerfile";
import { PythonVersion } from "../../src/values/python-version";

/** The stages of a Python without security fixes, in November 2026. */
function stagesOf(text: string): (string | undefined)[] {
  const dockerfile = new WrittenDockerfile("Dockerfile", text);
  const found = stagePythonFindings(dockerfile, PythonVersion.of("3.13"), new Date("2026-11-01"));
  return [...found].map(({ stage }) => stage);
}

test.each<[string, string[]]>([
  ["FROM python:3.8-slim AS old\nFROM old AS older", ["old"]],
  ["FROM python:3.9.1 AS old", ["old"]],
  ["FROM registry.example.com/hub/python:3.9@sha256:00 AS old", ["old"]],
  ["ARG V=3.9\nFROM python:$V-slim AS old", ["old"]],
  ["FROM python:3.12-slim AS good", []],
  ["FROM acme-python:3.8 AS other", []],
  ["FROM python:3 AS any", []],
])("%j", (text, stages) => expect(stagesOf(text)).toEqual(stages));
