// Provisions a person, registers two methods, resets the forgotten password and signs in. Exit code 0: all held.
import assert from 'node:assert/strict';
import { generateKeyPair, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { calculateJwkThumbprint, compactDecrypt } from 'jose';
import { FrontEnd, newFlow } from './front-end.mjs';
import { AuthenticatorApp, mailedCode } from './phone.mjs';

const {
  SSPR_BOOTSTRAP: bootstrap = '127.0.0.1:19092',
  SSPR_MAIL_PAGE: mailPage = 'http://127.0.0.1:18025',
  SSPR_ANCHOR: anchor,
  SSPR_SECRETS: secrets = '../../data/secrets',
} = process.env;
if (!anchor) throw new Error('SSPR_ANCHOR must be the thumbprint that ./sspr up prints');

const key = JSON.parse(await readFile(join(secrets, 'clients', 'portal', 'assertion.jwk'), 'utf8'));
const directory = new FrontEnd({ bootstrap, anchor, client: 'directory' }); // speaks for no person, so needs no key
const portal = new FrontEnd({ bootstrap, anchor, client: 'portal', key });

/** Asks, and insists on the type of the reply. */
async function expect(reply, frontEnd, service, request, options) {
  const found = await frontEnd.ask(service, request, options);
  assert.equal(found.type, `sspr.reply.${reply}.v1`, `${request} was answered ${JSON.stringify(found)}`);
  console.log(`✓ ${request} → ${reply}`);
  return found;
}
/** Where the person is, coarsely; the range is one for documentation (RFC 5737). */
const ORIGIN = { addressPrefix: '192.0.2.0/24', agentFamily: 'Node' };
const newPassword = () => randomBytes(18).toString('base64url');

async function signIn(login, password) {
  const secret = { login, password, origin: ORIGIN };
  const { accountId } = await expect('signed-in', portal, 'reset', 'sign-in', { secret });
  return { accountId, signedInAt: Math.floor(Date.now() / 1000) };
}

async function registerEmail(person, address) {
  const flow = newFlow();
  const fields = { kind: 'EMAIL' };
  const secret = { address, origin: ORIGIN };
  const options = { flow, starts: true, fields, secret, person };
  await expect('challenge-ready', portal, 'registration', 'register-method', options);
  const proof = await mailedCode(mailPage, address, 0);
  await expect('method-registered', portal, 'registration', 'submit-proof', { flow, secret: { proof } });
}

async function registerApp(person) {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const replyKey = { ...jwk, kid: await calculateJwkThumbprint(jwk), use: 'enc', alg: 'ECDH-ES+A256KW' };
  const flow = newFlow();
  const fields = { kind: 'AUTHENTICATOR_APP' };
  const secret = { replyKey: JSON.stringify(replyKey), origin: ORIGIN };
  const options = { flow, starts: true, fields, secret, person };
  const ready = await expect('challenge-ready', portal, 'registration', 'register-method', options);
  const opened = await compactDecrypt(ready.enrolment, privateKey);
  assert.equal(opened.protectedHeader.flow, flow.id, 'the enrolment is of another flow');
  const app = new AuthenticatorApp(JSON.parse(Buffer.from(opened.plaintext)).secret);
  const proof = await app.code();
  await expect('method-registered', portal, 'registration', 'submit-proof', { flow, secret: { proof } });
  return app;
}

async function reset(login, prove) {
  const flow = newFlow();
  const secret = { login, origin: ORIGIN };
  const offered = await expect('methods-offered', portal, 'reset', 'request-reset', { flow, starts: true, secret });
  let { kinds } = offered;
  for (let left = offered.gates; left > 0; left--) {
    const kind = kinds[0];
    await expect('challenge-ready', portal, 'reset', 'choose-method', { flow, fields: { kind } });
    const reply = left > 1 ? 'gate-passed' : 'reset-authorized';
    const proof = await prove(kind);
    ({ kinds } = await expect(reply, portal, 'registration', 'submit-proof', { flow, secret: { proof } }));
  }
  const password = newPassword();
  const options = { flow, secret: { newPassword: password, origin: ORIGIN } };
  await expect('password-set', portal, 'reset', 'submit-new-password', options);
  return password;
}

try {
  await Promise.all([directory.connect(), portal.connect()]);
  const login = `čarli-${Date.now().toString(36)}`;
  const address = `charlie+${Date.now().toString(36)}@example.org`;
  const first = newPassword();
  const entry = { organisationId: login, login, locale: 'en', administrator: false };
  const account = await expect('account-provisioned', directory, 'registration', 'provision-account', { secret: entry });
  const credential = { fields: { accountId: account.accountId }, secret: { password: first, mustChange: false } };
  await expect('credential-imported', directory, 'reset', 'import-credential', credential);
  const person = await signIn(login, first);
  await registerEmail(person, address);
  const app = await registerApp(person);
  const prove = (kind) => (kind === 'EMAIL' ? mailedCode(mailPage, address, 1) : app.code());
  const password = await reset(login, prove);
  await signIn(login, password);
  const old = { secret: { login, password: first, origin: ORIGIN } };
  await expect('sign-in-failed', portal, 'reset', 'sign-in', old);
  console.log('all held');
} catch (problem) {
  console.error(`✗ ${problem.message}`);
  process.exitCode = 1;
} finally {
  await Promise.all([directory.close(), portal.close()]);
}
