// Seals with the portal's own script what a test in another language asks for. Standard input is one JSON object
//   { "jws": key set, "anchor": thumbprint, "binding": { typ, aud, mid, flow? }, "content": { ... } }
// and standard output the seal; a refusal ends with code 1 and its reason on standard error.
import { readFileSync } from 'node:fs';
import { CannotSeal, readKeySet, seal } from '../../main/resources/static/seal.js';

const { jws, anchor, binding, content } = JSON.parse(readFileSync(0, 'utf8'));
try {
  const { key } = await readKeySet(jws, anchor, binding.aud);
  process.stdout.write(await seal(key, binding, content));
} catch (problem) {
  if (!(problem instanceof CannotSeal)) throw problem;
  process.stderr.write(problem.reason);
  process.exitCode = 1;
}
