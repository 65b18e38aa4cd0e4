// A client of the contract: seals and sends requests, and gives the one final reply to each.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { CompactEncrypt, CompactSign, calculateJwkThumbprint, compactVerify, importJWK } from 'jose';
import { Kafka, logLevel } from 'kafkajs';

const SERVICES = ['registration', 'reset'];
const SEAL_SIZES = [512, 1024, 2048, 4096];
const seconds = () => Math.floor(Date.now() / 1000);

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('base64url');

/** A handle on what is started here: an id, and a secret of which the first request carries the hash. */
export function newFlow() {
  const secret = randomBytes(32);
  return { id: randomUUID(), secret: secret.toString('base64url'), hash: sha256(secret) };
}

export class FrontEnd {
  #waiting = new Map();
  #keys = new Map();
  #keysIssued = new Map();

  /** `key` is the private JWK that vouches for people, if any; by the thumbprint `anchor` key sets are believed. */
  constructor({ bootstrap, client, anchor, key, patience = 30_000 }) {
    Object.assign(this, { client, anchor, key, patience });
    const kafka = new Kafka({ clientId: client, brokers: bootstrap.split(','), logLevel: logLevel.ERROR });
    this.producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
    // kafkajs cannot read without a group, so it gets one of its own. It reads committed messages only.
    this.consumer = kafka.consumer({ groupId: `${client}-${randomUUID()}` });
  }

  async connect() {
    await this.producer.connect();
    await this.consumer.connect();
    const keys = SERVICES.map((service) => `sspr.keys.${service}`);
    // From the beginning: then no reply can be quicker than we.
    await this.consumer.subscribe({ topics: [`sspr.replies.${this.client}`, ...keys], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, message }) => {
        const value = JSON.parse(message.value);
        if (!topic.startsWith('sspr.keys.')) return this.#answer(message.headers, value);
        const service = topic.slice('sspr.keys.'.length);
        // One that is not to be trusted changes nothing: the last good one stays.
        await this.#believe(service, value.jws).catch((problem) => console.error(`keys of ${service}: ${problem.message}`));
      },
    });
    const deadline = Date.now() + this.patience;
    while (SERVICES.some((service) => !this.#keys.has(service))) {
      if (Date.now() > deadline) throw new Error(`no key set that the anchor ${this.anchor} signed`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  async close() {
    await this.consumer.disconnect();
    await this.producer.disconnect();
  }

  /** Sends a request and waits for its reply: { type, ...value }. */
  async ask(service, name, { fields = {}, flow, starts = false, secret = {}, person } = {}) {
    const id = randomUUID();
    const type = `sspr.request.${name}.v1`;
    const value = { ...fields };
    if (flow) value.flow = flow.id;
    if (flow && starts) value.flowHash = flow.hash;
    const content = flow && !starts ? { flowSecret: flow.secret, ...secret } : secret;
    value.sealed = await this.#seal(service, type, id, flow?.id, content);
    const bytes = Buffer.from(JSON.stringify(value));
    const headers = {
      ce_specversion: '1.0',
      ce_id: id,
      ce_source: this.client,
      ce_type: type,
      ce_time: new Date().toISOString(),
      'content-type': 'application/json',
    };
    if (person) headers.assertion = await this.#vouch(service, type, id, bytes, person);
    const reply = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`no reply to ${type} ${id}`)), this.patience);
      this.#waiting.set(id, (found) => (clearTimeout(timer), resolve(found)));
    });
    await this.producer.send({
      topic: `sspr.${service}.requests.${this.client}`,
      acks: -1,
      messages: [{ key: flow?.id ?? id, value: bytes, headers }],
    });
    return { request: id, ...(await reply) };
  }

  #answer(headers, value) {
    const request = headers.ce_correlationid?.toString();
    const resolve = this.#waiting.get(request);
    if (!resolve) return; // of another instance, or of an earlier day
    this.#waiting.delete(request);
    resolve({ type: headers.ce_type.toString(), ...value });
  }

  /** Takes a service's keys if the anchor signed them; the newest genuine set counts. */
  async #believe(service, jws) {
    const { jwk, typ } = JSON.parse(Buffer.from(jws.split('.')[0], 'base64url'));
    if ((await calculateJwkThumbprint(jwk)) !== this.anchor) throw new Error('not signed by the anchor');
    const verified = await compactVerify(jws, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] });
    const set = JSON.parse(Buffer.from(verified.payload));
    if (typ !== 'sspr-keys+jwt' || set.service !== `${service}-service`) throw new Error('not a key set of the service');
    if (set.iat < (this.#keysIssued.get(service) ?? 0)) return;
    this.#keysIssued.set(service, set.iat);
    this.#keys.set(service, set.keys.find((key) => key.alg === 'ECDH-ES+A256KW'));
  }

  /** JSON with spaces to one of four sizes, readable by one service and in this one message only. */
  async #seal(service, type, id, flow, content) {
    const key = this.#keys.get(service);
    const json = Buffer.from(JSON.stringify(content));
    const size = SEAL_SIZES.find((candidate) => json.length <= candidate);
    const padded = Buffer.concat([json, Buffer.alloc(size - json.length, ' ')]);
    const header = { alg: 'ECDH-ES+A256KW', enc: 'A256GCM', kid: key.kid, typ: type };
    const binding = { aud: `${service}-service`, mid: id, iat: seconds(), ...(flow && { flow }) };
    return new CompactEncrypt(padded)
      .setProtectedHeader({ ...header, ...binding })
      .encrypt(await importJWK(key, 'ECDH-ES+A256KW'));
  }

  /** Our word on who is signed in, for this one request. */
  async #vouch(service, type, id, bytes, person) {
    const { kty, crv, x, y } = this.key;
    const claims = {
      iss: this.client,
      sub: person.accountId,
      aud: `${service}-service`,
      act: type,
      jti: id,
      dig: sha256(bytes),
      iat: seconds(),
      auth_time: person.signedInAt,
      amr: ['pwd'],
    };
    const kid = await calculateJwkThumbprint({ kty, crv, x, y });
    return new CompactSign(Buffer.from(JSON.stringify(claims)))
      .setProtectedHeader({ alg: 'ES256', typ: 'sspr-assertion+jwt', kid })
      .sign(await importJWK(this.key, 'ES256'));
  }
}
