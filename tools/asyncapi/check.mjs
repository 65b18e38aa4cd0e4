// Checks the contract as a stranger's tools see it: the AsyncAPI document with the official parser, and every sample
// against the document and against its JSON Schema. Exit code 1 if anything is wrong.
//   npm ci && node check.mjs [directory of the contract]
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { Parser } from '@asyncapi/parser';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const contract =
  process.argv[2] ?? fileURLToPath(new URL('../../common-events/src/main/resources/io/sspr/contract', import.meta.url));
const read = (...path) => readFileSync(join(contract, ...path), 'utf8');
const jsonFiles = (...path) => readdirSync(join(contract, ...path)).filter((name) => name.endsWith('.json')).sort();

const ERROR = 0; // DiagnosticSeverity.Error
let errors = 0;
const wrong = (what, details) => {
  errors++;
  console.error(`ERROR ${what}: ${details}`);
};

// The words that are ours; any other unknown keyword is a mistake.
const withOurWords = (ajv) => addFormats(ajv).addVocabulary(['x-sealed-to', 'x-sealed-content', 'x-enum-descriptions']);
const validate = (ajv, schema, value, what) => {
  const check = ajv.compile(schema);
  if (!check(value)) wrong(what, ajv.errorsText(check.errors));
};

// 1. the document
const source = read('asyncapi.json');
const { document, diagnostics } = await new Parser().parse(source);
for (const { severity, code, path, message } of diagnostics) {
  const where = `${code} at ${path.join('/') || 'the root'}`;
  if (severity === ERROR) wrong(where, message);
  else console.log(`note  ${where}: ${message}`);
}
if (!document) wrong('asyncapi.json', 'could not be parsed');

// 2. the schemas by themselves
const schemas = withOurWords(new Ajv2020({ allErrors: true }));
const files = [
  ...jsonFiles('schemas').map((name) => ['schemas', name]),
  ...jsonFiles('schemas', 'sealed').map((name) => ['schemas', 'sealed', name]),
];
for (const path of files) {
  try {
    schemas.compile(JSON.parse(read(...path)));
  } catch (e) {
    wrong(path.join('/'), e.message);
  }
}

// 3. the samples
const asyncapi = JSON.parse(source);
const inDocument = withOurWords(new Ajv({ allErrors: true, strict: false })).addSchema(asyncapi, 'asyncapi');
const channels = Object.entries(asyncapi.channels).map(([id, { address, messages }]) => ({
  id,
  messages,
  pattern: new RegExp(`^${address.replaceAll('.', '\\.').replace('{client}', '[a-z][a-z0-9-]*')}$`),
}));
const samples = jsonFiles('samples');
for (const name of samples) {
  const { topic, key, headers, value } = JSON.parse(read('samples', name));
  const type = headers.ce_type;
  const message = `asyncapi#/components/messages/${type}`;
  validate(schemas, JSON.parse(read('schemas', `${type}.json`)), value, `${name}, value`);
  validate(inDocument, { $ref: `${message}/payload` }, value, `${name}, payload`);
  validate(inDocument, { $ref: `${message}/headers` }, headers, `${name}, headers`);
  validate(inDocument, { $ref: `${message}/bindings/kafka/key` }, key, `${name}, key`);
  const channel = channels.find(({ pattern }) => pattern.test(topic));
  if (!channel?.messages[type]) wrong(name, `${topic} is no channel of ${type}`);
}
if (samples.length === 0) wrong('samples', 'there are none');

console.log(
  `${Object.keys(asyncapi.channels).length} channels, ${Object.keys(asyncapi.operations).length} operations, ` +
    `${Object.keys(asyncapi.components.messages).length} messages, ${files.length} schemas, ${samples.length} samples: ` +
    (errors === 0 ? 'all valid' : `${errors} errors`),
);
process.exitCode = errors === 0 ? 0 : 1;
