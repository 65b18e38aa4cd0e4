// Wires the pages by their data attributes. It holds no texts: what it shows stands in the page, in hidden elements and in
// data-...text attributes. The contract with the templates:
//
// Sealing   <form method="post" action="..." data-seal='{"typ":"sspr.request.submit-proof.v1","service":"registration",
//           "aud":"registration-service","mid":"uuid","flow":"uuid or absent","content":{"flowSecret":"..."},
//           "fields":{"proof":"proof"}}'> with hidden inputs _csrf and mid. `fields` maps a property of the content to the
//           id (or name) of an input; empty ones are left out. Give typed inputs an id and NO name: then not even a browser
//           without this script sends them. On submit the content is sealed to /keys/<service>, believed only by
//           <meta name="sspr-anchor">, and the form goes its native way with `sealed` instead of what was typed.
//           The same input again is the very same seal; other input gets a new mid, which the server must take.
//           `keep` names fields that are sealed and sent as well: those need a name.
//           [data-seal-fault] in the form (tabindex=-1) is shown if there is no key to trust; nothing is sent then.
//           data-same='["id","id"]': both must be equal, or [data-same-fault] is shown; name the second in no `fields`.
//           data-going-text on a form: is said to screen readers while it goes. Other forms are kept from double clicks too.
// Codes     spaces and hyphens are left out of inputs with autocomplete="one-time-code"; so no maxlength there.
// Waiting   <main data-wait="/wait/id" data-wait-since="ms" data-now="ms">: loads the page anew at the event `ready`, or when
//           5 s passed without a connection. [data-late] is shown and said 10 s after data-wait-since.
//           <body data-watch="/wait/id">: loads the page anew at that event too, if nothing has been typed since.
// Passwords <button type="button" class="js-only" data-shows="id" data-hide-text="Hide">Show</button>; if it has an
//           aria-label it needs data-hide-label.
//           <input data-check='{... as data-seal, without mid}' data-check-url="/check" data-check-result="id"
//           data-check-ok-text="...">: shows the rules that fail as one types; the element has aria-live="polite".
// Fragment  <input type="hidden" id="token" data-from-fragment>: gets what stands after the # of the address, which no server is
//           sent and which is then taken out of the address bar. [data-with-fragment] is shown then and
//           [data-without-fragment] hidden. What names an element of the page is a jump and stays.
// Clocks    <span data-countdown="ms" data-enables="id" data-text="in {n} s" data-text-minutes="in {n} min"
//           data-done-text="...">: blocks the button until then.
// Expiry    <body data-expires="ms" data-now="ms">: [data-expiring] 2 minutes before, then [data-expired] and all forms
//           off but those inside it.
// Others    [data-print]; [data-copy="id"] with data-copied-text; [data-focus] gets the focus at loading. Times are
//           milliseconds since 1970 by the server's clock. <p id="announcer" role="status"> says what changes.
import { KeyRing, seal } from './seal.js';

const CHECK_PAUSE = 400;
const GOING_PAUSE = 5_000;
const FETCH_PATIENCE = 10_000;
const KEYS_LIVE = 5 * 60_000;
const LATE = 10_000;
const NO_CONNECTION = 5_000;
const EXPIRING = 2 * 60_000;

document.documentElement.classList.add('js');

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const main = document.querySelector('main');

// The person's clock may be wrong: the server's goes on from what it was when the page was made.
const loaded = Date.now();
const made = Number(document.body.dataset.now ?? main?.dataset.now) || loaded;
const now = () => made + Date.now() - loaded;

const ticks = new Set();
const tick = () => ticks.forEach((each) => each() && ticks.delete(each));
const untilDone = (each) => each() || ticks.add(each);
setInterval(tick, 1000);

function announce(text) {
  const announcer = document.getElementById('announcer');
  if (!announcer || !text) return;
  announcer.textContent = '';
  // Emptied and filled in one go would not count as a change.
  setTimeout(() => (announcer.textContent = text.trim().replace(/\s+/g, ' ')), 100);
}

function reveal(element) {
  if (!element?.hidden) return;
  element.hidden = false;
  announce(element.textContent);
}

// --- Keys

const held = {
  name: (service) => `sspr-keys-${service}`,
  get(service) {
    try {
      return sessionStorage.getItem(this.name(service));
    } catch {
      return null; // storage is switched off
    }
  },
  set(service, jws) {
    try {
      sessionStorage.setItem(this.name(service), jws);
    } catch {
      // then each page begins anew
    }
  },
};

const ring = new KeyRing(document.querySelector('meta[name="sspr-anchor"]')?.content, load, held);
const known = new Map();

async function load(service) {
  // Relative to this script, which lies at the root of the portal wherever that is.
  const answer = await fetch(new URL(`keys/${service}`, import.meta.url), {
    cache: 'no-store',
    signal: AbortSignal.timeout(FETCH_PATIENCE),
  });
  if (!answer.ok) throw new Error(`keys: ${answer.status}`);
  return answer.text();
}

function keyOf({ service, aud }) {
  const found = known.get(service);
  if (found && Date.now() - found.at < KEYS_LIVE) return found.key;
  const key = ring.keyOf(service, aud);
  known.set(service, { key, at: Date.now() });
  key.catch(() => known.delete(service));
  return key;
}

// --- What was typed

const typed = (form, id) => form.elements.namedItem(id);

function valueOf(input) {
  const isCode = /one-time-code/.test(input.autocomplete ?? '');
  return isCode ? input.value.replace(/[\s\u2010-\u2015\u2212-]/g, '') : input.value;
}

function contentOf(form, { content, fields }) {
  const full = { ...content };
  for (const [property, id] of Object.entries(fields ?? {})) {
    const value = valueOf(typed(form, id));
    if (value !== '') full[property] = value;
  }
  return full;
}

function hidden(form, name, value) {
  let input = all('input[type=hidden]', form).find((each) => each.name === name);
  if (!input) {
    input = Object.assign(document.createElement('input'), { type: 'hidden', name, autocomplete: 'off' });
    form.append(input);
  }
  input.value = value;
}

// --- Forms

const idle = new Set();

function going(form, submitter) {
  form.setAttribute('aria-busy', 'true');
  const buttons = all('button:not([type=button])', form).filter((each) => !isOff(each));
  buttons.forEach((each) => each.setAttribute('aria-disabled', 'true'));
  submitter?.setAttribute('data-going', '');
  announce(form.dataset.goingText);
  const stop = () => {
    form.removeAttribute('aria-busy');
    buttons.forEach((each) => each.removeAttribute('aria-disabled'));
    submitter?.removeAttribute('data-going');
    idle.delete(stop);
  };
  idle.add(stop);
  return stop;
}

const isOff = (element) => element.getAttribute('aria-disabled') === 'true';
const isGoing = (form) => form.getAttribute('aria-busy') === 'true';

/** Whoever stops the loading can go again: the same seal has no second effect. */
const goneFor = (stop) => setTimeout(stop, GOING_PAUSE);

function plainForm(form) {
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (isGoing(form)) return event.preventDefault();
    goneFor(going(form, event.submitter));
  });
}

function sealingForm(form) {
  const spec = JSON.parse(form.dataset.seal);
  const secret = [...Object.values(spec.fields ?? {}), ...sameOf(form)].filter((id) => !spec.keep?.includes(id));
  const fault = form.querySelector('[data-seal-fault]');
  let sent = { mid: spec.mid };
  let passing = false;

  keyOf(spec).catch(() => {}); // the submit tries again, and says so
  // Whatever becomes of the page: what was typed is in no submission.
  form.addEventListener('formdata', ({ formData }) => {
    secret.flatMap((id) => [id, typed(form, id)?.name]).forEach((name) => name && formData.delete(name));
  });
  form.addEventListener('submit', async (event) => {
    if (passing) return;
    event.preventDefault();
    if (isGoing(form) || !isSame(form)) return;
    const { submitter } = event;
    const stop = going(form, submitter);
    if (fault) fault.hidden = true;
    try {
      sent = await sealed(submitter);
    } catch (problem) {
      console.error(problem); // says why, and nothing of the content
      stop();
      return showFault(fault);
    }
    hidden(form, 'mid', sent.mid);
    hidden(form, 'sealed', sent.sealed);
    all('[data-shows]', form).forEach((button) => show(button, false));
    // After Enter we may still be inside this very event, and there the browser takes no submission.
    await new Promise((done) => setTimeout(done));
    passing = true;
    form.requestSubmit(submitter);
    passing = false;
    goneFor(stop);
  });

  async function sealed(submitter) {
    const content = contentOf(form, spec);
    const input = JSON.stringify([content, openInput(submitter)]);
    if (sent.input === input) return sent;
    // One id for two contents would be refused.
    const mid = sent.input ? crypto.randomUUID() : spec.mid;
    return { mid, input, sealed: await seal(await keyOf(spec), { ...spec, mid }, content, now()) };
  }

  function openInput(submitter) {
    const ours = ['mid', 'sealed', '_csrf'];
    const entries = [...new FormData(form)].filter(([name]) => !ours.includes(name));
    return submitter?.name ? [...entries, [submitter.name, submitter.value]] : entries;
  }
}

function showFault(fault) {
  if (!fault) return;
  fault.hidden = false;
  fault.setAttribute('role', 'alert');
  fault.tabIndex = -1;
  fault.focus();
}

function sameOf(form) {
  return JSON.parse(form.dataset.same ?? '[]');
}

function isSame(form) {
  const [first, second] = sameOf(form).map((id) => typed(form, id));
  const same = !second || first.value === second.value;
  const fault = form.querySelector('[data-same-fault]');
  if (fault) fault.hidden = same;
  if (same) {
    second?.removeAttribute('aria-invalid');
    return true;
  }
  const described = second.getAttribute('aria-describedby');
  if (fault?.id && !described?.includes(fault.id)) {
    second.setAttribute('aria-describedby', `${fault.id} ${described ?? ''}`.trim());
  }
  second.setAttribute('aria-invalid', 'true');
  second.focus();
  const again = () => {
    [first, second].forEach((each) => each.removeEventListener('input', again));
    second.removeAttribute('aria-invalid');
    if (fault) fault.hidden = true;
  };
  [first, second].forEach((each) => each.addEventListener('input', again));
  return false;
}

// --- Passwords

function show(button, visible) {
  const input = document.getElementById(button.dataset.shows);
  if (!input) return;
  input.type = visible ? 'text' : 'password';
  // Either the words change or aria-pressed does: with both "Hide, pressed" would mean nothing.
  const { showText, showLabel, hideText, hideLabel } = button.dataset;
  if (hideText) button.textContent = visible ? hideText : showText;
  else button.setAttribute('aria-pressed', String(visible));
  if (hideLabel) button.ariaLabel = visible ? hideLabel : showLabel;
}

function showButton(button) {
  const input = document.getElementById(button.dataset.shows);
  if (!input) return;
  button.dataset.showText = button.textContent;
  button.dataset.showLabel = button.ariaLabel ?? '';
  button.setAttribute('aria-controls', input.id);
  if (button.dataset.hideText) button.removeAttribute('aria-pressed');
  // No dictionary, no capital letters while it is a text field.
  input.spellcheck = false;
  input.autocapitalize = 'none';
  button.addEventListener('click', () => show(button, input.type === 'password'));
}

function checkedInput(input) {
  const spec = JSON.parse(input.dataset.check);
  const list = document.getElementById(input.dataset.checkResult);
  const { form } = input;
  let timer;
  let asking = false;
  let shown = '';

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value === '') display([], false);
    else timer = setTimeout(ask, CHECK_PAUSE);
  });

  // One question at a time: no answer can overtake another, and a slow line is not flooded.
  async function ask() {
    if (asking) return;
    asking = true;
    let value;
    try {
      do {
        value = input.value;
        const answer = await answerTo(contentOf(form, spec));
        if (value === input.value) display(answer.rules ?? [], answer.ok);
      } while (value !== input.value && input.value !== '');
    } catch {
      // Help that does not come is no fault of the person: the rules are checked at submit in any case.
    }
    asking = false;
  }

  async function answerTo(content) {
    const mid = crypto.randomUUID();
    const sealed = await seal(await keyOf(spec), { ...spec, mid }, content, now());
    const answer = await fetch(input.dataset.checkUrl, {
      method: 'POST',
      body: new URLSearchParams({ mid, sealed, _csrf: typed(form, '_csrf')?.value ?? '' }),
      signal: AbortSignal.timeout(FETCH_PATIENCE),
    });
    if (!answer.ok) throw new Error(`check: ${answer.status}`);
    return answer.json();
  }

  function display(rules, ok) {
    const okText = input.dataset.checkOkText;
    const items = ok && okText ? [{ rule: 'OK', text: okText }] : rules;
    const texts = JSON.stringify(items.map(({ text }) => text));
    if (texts === shown) return; // said already
    shown = texts;
    list.replaceChildren(...(items.length ? [listOf(items, ok)] : []));
  }

  function listOf(items, ok) {
    const element = Object.assign(document.createElement('ul'), { className: ok ? 'rules met' : 'rules' });
    element.setAttribute('role', 'list');
    element.append(...items.map(({ text }) => Object.assign(document.createElement('li'), { textContent: text })));
    return element;
  }
}

// --- Waiting

function waiting() {
  const since = Number(main.dataset.waitSince) || now();
  const late = main.querySelector('[data-late]');
  let source;
  let timer;

  // Without the fragment: with it the browser would only scroll.
  const again = () => location.replace(location.pathname + location.search);
  const connected = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const lost = () => (timer ??= setTimeout(reloadIfReachable, NO_CONNECTION));

  async function reloadIfReachable() {
    // A page that says "waiting" is better than the browser's own that says "no connection".
    const reachable = await fetch(import.meta.url, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
    if (reachable?.ok && !late?.contains(document.activeElement)) return again();
    connected();
    lost();
  }

  function listen() {
    source = new EventSource(main.dataset.wait);
    source.addEventListener('open', connected);
    source.addEventListener('ready', again);
    source.addEventListener('error', lost);
    lost();
  }

  addEventListener('pagehide', () => {
    connected();
    source.close();
  });
  addEventListener('pageshow', ({ persisted }) => persisted && again());
  untilDone(() => now() >= since + LATE && (reveal(late), true));
  listen();
}

/** The answer to what was given up may take the page on; what somebody has begun to type stays until they send it. */
function watching() {
  const source = new EventSource(document.body.dataset.watch);
  const isTouched = () => all('input:not([type=hidden])').some((each) => each.value !== each.defaultValue);
  source.addEventListener('ready', () => {
    source.close();
    if (!isTouched() && idle.size === 0) location.replace(location.pathname + location.search);
  });
  addEventListener('pagehide', () => source.close());
}

// --- Clocks

function countdown(element) {
  const { countdown: end, enables, text, textMinutes, doneText } = element.dataset;
  const button = document.getElementById(enables);
  button?.setAttribute('aria-disabled', 'true');
  untilDone(() => {
    const left = Math.ceil((Number(end) - now()) / 1000);
    const pattern = textMinutes && left > 60 ? textMinutes : (text ?? '{n}');
    const number = pattern === textMinutes ? Math.ceil(left / 60) : left;
    element.textContent = left > 0 ? pattern.replace('{n}', number) : '';
    if (left > 0) return false;
    button?.removeAttribute('aria-disabled');
    announce(doneText);
    return true;
  });
}

function expiry() {
  const end = Number(document.body.dataset.expires);
  const expiring = document.querySelector('[data-expiring]');
  const expired = document.querySelector('[data-expired]');
  untilDone(() => {
    if (now() >= end - EXPIRING && now() < end) reveal(expiring);
    if (now() < end) return false;
    if (expiring) expiring.hidden = true;
    for (const form of [...document.forms].filter((each) => !expired?.contains(each))) {
      form.reset(); // no password stays on a page that somebody left
      [...form.elements].forEach((each) => (each.disabled = true));
    }
    showFault(expired);
    return true;
  });
}

// --- The fragment

function fromFragment(input) {
  const text = location.hash.slice(1) || history.state?.fragment;
  if (!text || document.getElementById(text)) return;
  // Kept with the page for whoever loads it anew; the history and the address bar show nothing of it.
  history.replaceState({ fragment: text }, '', location.pathname + location.search);
  input.value = text;
  all('[data-with-fragment]').forEach((each) => (each.hidden = false));
  all('[data-without-fragment]').forEach((each) => (each.hidden = true));
  // The page in the other language is the same one.
  all('.languages a').forEach((each) => (each.hash = text));
}

// --- The rest

function copyButton(button) {
  const text = button.textContent;
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    const items = all('li', source);
    const lines = (items.length ? items : [source]).map((each) => each.textContent.trim());
    try {
      await navigator.clipboard.writeText(lines.join('\n'));
    } catch {
      return getSelection().selectAllChildren(source); // to be copied by hand
    }
    button.textContent = button.dataset.copiedText ?? text;
    announce(button.dataset.copiedText);
    setTimeout(() => (button.textContent = text), 4000);
  });
}

// What is off by aria-disabled keeps the focus and can be read; it only does nothing.
document.addEventListener('click', (event) => event.target.closest('[aria-disabled=true]') && event.preventDefault());

addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  idle.forEach((stop) => stop());
  // Whoever sits here now need not be who typed it.
  all('[data-shows]').forEach((button) => show(button, false));
  all('input[type=password]').forEach((input) => (input.value = ''));
  tick();
});
document.addEventListener('visibilitychange', tick);

// The seals come first: whatever is wrong in the rest of a page, they work.
all('form[data-seal]').forEach(sealingForm);
all('[data-shows]').forEach(showButton);
all('[data-copy]').forEach(copyButton);
all('[data-print]').forEach((button) => button.addEventListener('click', () => print()));
all('[data-countdown]').forEach(countdown);
all('input[data-from-fragment]').forEach((input) => {
  fromFragment(input);
  // Another link opened on the same page loads nothing.
  addEventListener('hashchange', () => fromFragment(input));
});
all('form[method=post]:not([data-seal])').forEach(plainForm);
all('input[data-check]').forEach(checkedInput);
if (main?.dataset.wait) waiting();
else if (document.body.dataset.watch) watching();
if (document.body.dataset.expires) expiry();
document.querySelector('[data-focus]')?.focus();
