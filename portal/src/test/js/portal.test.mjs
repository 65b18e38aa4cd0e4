// portal.js in a real browser, on the pages of the gallery and under the portal's Content-Security-Policy.
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import assert from 'node:assert/strict';
import { compactDecrypt, keySet, newPair } from './keys.mjs';
import { Chromium, findChromium } from './chromium.mjs';
import { serve } from './gallery.mjs';

const PAGES = ['start', 'method', 'code', 'password', 'waiting', 'done', 'codes', 'security', 'not-me'];
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('portal.js', { skip: findChromium() ? false : 'there is no Chromium here' }, () => {
  let browser;
  let page;
  let site;
  let anchor;
  let service;
  let posts;
  let keys; // what /keys/... answers
  let sink; // what a form gets
  let check; // what a check gets
  let wait; // what an event source gets
  let change;

  before(async () => {
    browser = new Chromium();
    [anchor, service] = [await newPair('ES256'), await newPair('ECDH-ES+A256KW')];
    const answer = async (request, response, url) => {
      if (url.pathname.startsWith('/keys/')) return keys(response, url.pathname.slice('/keys/'.length)), true;
      if (url.pathname.startsWith('/wait/')) return wait(response), true;
      if (request.method !== 'POST') return false;
      let body = '';
      for await (const part of request) body += part;
      posts.push({ path: url.pathname, body, form: new URLSearchParams(body) });
      if (url.pathname === '/check') await check(response, new URLSearchParams(body));
      else sink(response);
      return true;
    };
    const anchored = (html) => html.replace(/<meta name="sspr-anchor"[^>]*>/, `<meta name="sspr-anchor" content="${anchor.thumbprint}">`);
    site = await serve({ answer, change: (html, name) => change(anchored(html), name) });
  });

  after(async () => {
    await browser?.close();
    site?.server.closeAllConnections();
    site?.server.close();
  });

  beforeEach(async () => {
    posts = [];
    keys = async (response, name) => response.end(await keySet(anchor, `${name}-service`, service));
    sink = (response) => response.writeHead(303, { location: '/done' }).end();
    check = (response) => response.end('{"rules":[],"ok":true}');
    wait = (response) => response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n');
    change = (html) => html;
    page = await browser.page();
  });

  afterEach(() => page.close());

  const open = (name) => page.open(`${site.origin}/${name}`);
  const opened = async (sealed) => {
    const { plaintext, protectedHeader } = await compactDecrypt(sealed, service.privateKey);
    return { content: JSON.parse(new TextDecoder().decode(plaintext)), header: protectedHeader };
  };
  const submit = () => page.evaluate(`document.querySelector('form[data-seal] .button:not([type=button])').click()`);
  const idle = () => page.until(`!document.querySelector('form[aria-busy]')`);
  /** Stays on the page, as after a lost connection. */
  const nowhere = (response) => response.writeHead(204).end();
  const visible = (selector) => page.evaluate(`document.querySelector(${JSON.stringify(selector)}).checkVisibility()`);
  const said = (text) => page.until(`document.getElementById('announcer').textContent.includes(${JSON.stringify(text)})`);

  test('sends what was typed sealed, and in no other way', async () => {
    await open('code');
    await page.type('proof', ' 482-915\u00a0');
    await page.press('Enter');
    await page.until(`location.pathname === '/done'`);

    const [{ form, body }] = posts;
    assert.deepEqual([...form.keys()].sort(), ['_csrf', 'mid', 'sealed']);
    assert.equal(form.get('_csrf'), 'token');
    assert.doesNotMatch(body, /482|915/);
    const { content, header } = await opened(form.get('sealed'));
    assert.deepEqual(content, { flowSecret: 'A'.repeat(43), proof: '482915' });
    assert.equal(header.typ, 'sspr.request.submit-proof.v1');
    assert.equal(header.mid, form.get('mid'));
    assert.equal(header.mid, '3f0c2b9e-5f0e-4d4c-9f43-0a5c5c1b7d01');
    assert.deepEqual(page.problems, []);
  });

  test('sends no typed input that a template named by mistake', async () => {
    change = (html) => html.replaceAll('id="newPassword"', 'id="newPassword" name="other"').replace('id="newPasswordAgain"', 'name="newPasswordAgain"');
    await open('password');
    await page.evaluate(`document.querySelectorAll('form[data-seal] [type=password]').forEach((each) => (each.value = 'four quiet horses'))`);
    await submit();
    await page.until(`location.pathname === '/done'`);
    assert.deepEqual([...posts[0].form.keys()].sort(), ['_csrf', 'mid', 'sealed']);
  });

  test('goes once at a double click', async () => {
    sink = nowhere;
    await open('code');
    await page.evaluate(`const b = document.querySelector('form .button'); b.click(); b.click(); b.form.requestSubmit(b)`);
    await page.until(`document.querySelector('form[aria-busy=true] [data-going][aria-disabled=true]')`);
    await idle();
    assert.equal(posts.length, 1);
  });

  test('sends the very same seal again, and other input under another id', async () => {
    sink = nowhere;
    await open('start');
    for (const login of ['ana.novak', 'ana.novak', 'ana.kovač']) {
      await page.type('login', login);
      await submit();
      await page.until(`document.querySelector('form[aria-busy=true]')`);
      await idle();
    }
    const [first, again, other] = posts.map(({ form }) => form);
    assert.equal(again.get('sealed'), first.get('sealed'));
    assert.equal(again.get('mid'), first.get('mid'));
    assert.match(other.get('mid'), UUID);
    assert.notEqual(other.get('mid'), first.get('mid'));
    const { content, header } = await opened(other.get('sealed'));
    assert.equal(header.mid, other.get('mid'));
    assert.deepEqual(content, { login: 'ana.kovač' });
  });

  test('takes the button’s own value along, which is part of the request', async () => {
    sink = nowhere;
    change = (html) => html.replace('<button class="button">', '<button class="button" name="kind" value="SMS">');
    await open('start');
    await page.type('login', 'ana.novak');
    for (const kind of ['SMS', 'EMAIL']) {
      await page.evaluate(`document.querySelector('[name=kind]').value = '${kind}'`);
      await submit();
      await page.until(`document.querySelector('form[aria-busy=true]')`);
      await idle();
    }
    const [first, second] = posts.map(({ form }) => form);
    assert.deepEqual([first.get('kind'), second.get('kind')], ['SMS', 'EMAIL']);
    assert.notEqual(second.get('mid'), first.get('mid'));
    assert.equal((await opened(second.get('sealed'))).header.mid, second.get('mid'));
  });

  test('leaves an optional input out that is empty', async () => {
    change = (html) => html.replace('required', '');
    await open('start');
    await submit();
    await page.until(`location.pathname === '/done'`);
    assert.deepEqual((await opened(posts[0].form.get('sealed'))).content, {});
  });

  for (const [name, wrong] of Object.entries({
    'the keys are a stranger’s': async (response) => response.end(await keySet(await newPair('ES256'), 'registration-service', service)),
    'the keys are of the other service': async (response) => response.end(await keySet(anchor, 'reset-service', service)),
    'there are no keys': (response) => response.writeHead(503).end(),
    'the connection breaks': (response) => response.destroy(),
  })) {
    test(`sends nothing and says so when ${name}, and goes on when they are right again`, async () => {
      const right = keys;
      keys = wrong;
      await open('code');
      assert.equal(await visible('[data-seal-fault]'), false);
      await submit();
      await page.until(`document.activeElement.matches('[data-seal-fault][role=alert]')`);
      await idle();
      assert.deepEqual(posts, []);
      assert.equal(await page.evaluate(`document.getElementById('proof').value`), '482 915');

      keys = right;
      await submit();
      await page.until(`location.pathname === '/done'`);
      assert.equal(posts.length, 1);
    });
  }

  test('believes no older keys than it had', async () => {
    const [newer, older] = [await newPair('ECDH-ES+A256KW'), service];
    keys = async (response, name) => response.end(await keySet(anchor, `${name}-service`, newer, 200));
    await open('code');
    await page.until(`sessionStorage.getItem('sspr-keys-registration')`);
    keys = async (response, name) => response.end(await keySet(anchor, `${name}-service`, older, 100));
    await open('code');
    await submit();
    await page.until(`location.pathname === '/done'`);
    await compactDecrypt(posts[0].form.get('sealed'), newer.privateKey);
  });

  test('lets nothing go while two inputs differ', async () => {
    await open('password');
    await page.type('newPassword', 'four quiet horses');
    await page.type('newPasswordAgain', 'four quiet houses');
    await submit();
    await page.until(`document.activeElement.matches('#newPasswordAgain[aria-invalid=true][aria-describedby*=same-fault]')`);
    assert.equal(await visible('[data-same-fault]'), true);

    await page.type('newPasswordAgain', 'four quiet horses');
    assert.equal(await visible('[data-same-fault]'), false);
    await submit();
    await page.until(`location.pathname === '/done'`);
    const sent = posts.filter(({ path }) => path === '/sink');
    assert.equal(sent.length, 1);
    assert.equal((await opened(sent[0].form.get('sealed'))).content.newPassword, 'four quiet horses');
  });

  test('shows the rules that fail as one types, each state once', async () => {
    const asked = [];
    check = async (response, form) => {
      const { content, header } = await opened(form.get('sealed'));
      asked.push(content.password);
      assert.equal(header.mid, form.get('mid'));
      assert.equal(header.typ, 'sspr.request.check-password.v1');
      const rules = content.password.length < 15 ? [{ rule: 'TOO_SHORT', text: 'Too short <b>' }] : [];
      response.end(JSON.stringify({ rules, ok: rules.length === 0 }));
    };
    await open('password');
    await page.evaluate(`const list = document.getElementById('newPassword-rules'); list.replaceChildren(); window.changes = 0;
      new MutationObserver(() => window.changes++).observe(list, { childList: true, subtree: true })`);
    const shows = (text) => page.until(`document.getElementById('newPassword-rules').textContent === ${JSON.stringify(text)}`);
    const askedFor = async (password) => {
      while (!asked.includes(password)) await page.until('true');
    };

    await page.type('newPassword', 'quiet');
    await shows('Too short <b>');
    await page.type('newPassword', 'quiet h');
    await askedFor('quiet h');
    await page.type('newPassword', 'four quiet horses');
    await shows('Good, this one can be used');
    assert.equal(await page.evaluate('window.changes'), 2);
    await page.type('newPassword', '');
    await page.press('Backspace');
    await page.evaluate(`const i = document.getElementById('newPassword'); i.value = ''; i.dispatchEvent(new InputEvent('input'))`);
    await shows('');
    assert.deepEqual(asked, ['quiet', 'quiet h', 'four quiet horses']);
    assert.equal(new Set(posts.map(({ form }) => form.get('mid'))).size, 3);
    assert.ok(posts.every(({ form }) => form.get('_csrf') === 'token'));
  });

  test('asks one question at a time, and shows no answer to what is no longer there', async () => {
    const open1 = [];
    check = (response, form) => new Promise((done) => open1.push({ form, answer: (text) => done(response.end(JSON.stringify({ rules: [{ rule: 'X', text }] }))) }));
    await open('password');
    await page.evaluate(`document.getElementById('newPassword-rules').replaceChildren(); window.texts = [];
      new MutationObserver(() => window.texts.push(document.getElementById('newPassword-rules').textContent)).observe(document.getElementById('newPassword-rules'), { childList: true })`);
    const waits = async (count) => {
      while (open1.length < count) await page.until('true');
    };
    await page.type('newPassword', 'first');
    await waits(1);
    await page.type('newPassword', 'second');
    await page.type('newPassword', 'third');
    open1[0].answer('about first');
    await waits(2);
    assert.equal((await opened(open1[1].form.get('sealed'))).content.password, 'third');
    open1[1].answer('about third');
    await page.until(`window.texts.length`);
    assert.deepEqual(await page.evaluate('window.texts'), ['about third']);
  });

  test('is silent when a check fails, and asks again', async () => {
    let calls = 0;
    check = (response) => (calls++ ? response.end('{"rules":[{"rule":"X","text":"now"}]}') : response.writeHead(500).end());
    await open('password');
    await page.type('newPassword', 'first');
    while (!calls) await page.until('true');
    await page.type('newPassword', 'second');
    await page.until(`document.getElementById('newPassword-rules').textContent === 'now'`);
  });

  test('shows and hides a password, and hides it before it goes', async () => {
    sink = nowhere;
    await open('password');
    const state = () => page.evaluate(`(({ type }, { textContent, ariaLabel }) => [type, textContent, ariaLabel])(document.getElementById('newPassword'), document.querySelector('[data-shows=newPassword]'))`);
    const toggle = () => page.evaluate(`document.querySelector('[data-shows=newPassword]').click()`);
    assert.deepEqual(await state(), ['password', 'Show', 'Show the password']);
    await toggle();
    assert.deepEqual(await state(), ['text', 'Hide', 'Hide the password']);
    await toggle();
    assert.deepEqual(await state(), ['password', 'Show', 'Show the password']);
    await toggle();
    await page.type('newPassword', 'four quiet horses');
    await page.type('newPasswordAgain', 'four quiet horses');
    await submit();
    while (!posts.some(({ path }) => path === '/sink')) await page.until('true');
    assert.equal((await state())[0], 'password');
  });

  test('goes on when what it waits for is ready', async () => {
    let ready;
    wait = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n');
      ready = () => response.write('event: ready\ndata: \n\n');
    };
    let isReady = false;
    change = (html) => (isReady ? html.replace(/data-wait="[^"]*"/, '').replaceAll('One moment', 'Here it is') : html);
    await open('waiting#main'); // a fragment must not turn the reload into a scroll
    while (!ready) await page.until('true');
    isReady = true;
    ready();
    await page.until(`document.querySelector('h1')?.textContent.startsWith('Here it is')`);
  });

  test('goes on by the late answer to what was given up', async () => {
    let ready;
    wait = (response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(': here\n\n');
      ready = () => response.write('event: ready\ndata: \n\n');
    };
    let isReady = false;
    change = (html) => (isReady ? html.replace(/<h1>[^<]*/, '<h1>Here it is') : html.replace('<body', '<body data-watch="/wait/it"'));
    await open('code');
    while (!ready) await page.until('true');
    isReady = true;
    ready();
    await page.until(`document.querySelector('h1')?.textContent.startsWith('Here it is')`);
  });

  test('looks again by itself when there is no connection to wait on', async () => {
    wait = (response) => response.writeHead(503).end();
    let visits = 0;
    change = (html) => (visits++ ? html.replaceAll('One moment', 'Here it is').replace(/data-wait="[^"]*"/, '') : html);
    await open('waiting');
    await page.until(`document.querySelector('h1')?.textContent.startsWith('Here it is')`);
  });

  test('says after ten seconds that it is late, and not before', async () => {
    change = (html) => html.replace('data-wait-since="1"', 'data-wait-since="5000"');
    await open('waiting'); // six seconds have passed
    assert.equal(await visible('[data-late]'), false);
    await page.until(`document.querySelector('[data-late]').checkVisibility()`);
    await said('It takes longer than usual');
  });

  test('counts down and then lets the button go', async () => {
    change = (html) => html.replace(/data-countdown="\d+"/, `data-countdown="${Date.now() + 2_000}"`);
    await open('code');
    await page.evaluate(`window.clicks = 0; document.getElementById('resend').addEventListener('click', (event) => event.defaultPrevented || window.clicks++)`);
    assert.match(await page.evaluate(`document.querySelector('[data-countdown]').textContent`), /^in [12] s$/);
    assert.equal(await page.evaluate(`document.getElementById('resend').getAttribute('aria-disabled')`), 'true');
    await page.until(`!document.getElementById('resend').ariaDisabled`);
    assert.equal(await page.evaluate(`document.querySelector('[data-countdown]').textContent`), '');
    await said('You can have a new code now');
  });

  test('goes by the server’s clock, and counts minutes when there are many', async () => {
    const [now, then] = [1_000_000, 1_000_000 + 9.5 * 60_000];
    change = (html) => html.replace('<body', `<body data-now="${now}"`).replace(/data-countdown="\d+"/, `data-countdown="${then}"`);
    await open('code');
    assert.equal(await page.evaluate(`document.querySelector('[data-countdown]').textContent`), 'in 10 min');
  });

  const ending = (left) => (html) =>
    html
      .replace('<body', `<body data-now="1000" data-expires="${1000 + left}"`)
      .replace(/data-expired[^>]*>/, '$&<form method="post" action="/sink"><button id="anew">Begin anew</button></form>');

  test('warns two minutes before the session ends', async () => {
    change = ending(119_000);
    await open('code');
    await page.until(`document.querySelector('[data-expiring]').checkVisibility()`);
    await said('this page closes in two minutes');
    assert.equal(await visible('[data-expired]'), false);
  });

  test('does not warn before that', async () => {
    change = ending(125_000);
    await open('code');
    await page.until(`document.querySelector('[data-countdown]').textContent`); // the clocks have been looked at
    assert.equal(await visible('[data-expiring]'), false);
  });

  test('switches the forms off and forgets what was typed when the session has ended', async () => {
    change = ending(1_000);
    await open('password');
    await page.type('newPassword', 'four quiet horses');
    await page.until(`document.activeElement.matches('[data-expired]')`);
    assert.equal(await page.evaluate(`document.getElementById('newPassword').value`), '');
    assert.equal(await page.evaluate(`[...document.querySelector('form[data-seal]').elements].every(({ disabled }) => disabled)`), true);
    await page.evaluate(`document.getElementById('anew').click()`);
    await page.until(`location.pathname === '/done'`);
    assert.deepEqual(posts.filter(({ path }) => path === '/sink').map(({ body }) => body), ['']);
  });

  test('copies codes line by line', async () => {
    await browser.send('Browser.grantPermissions', { permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'] });
    await open('codes');
    await page.evaluate(`navigator.clipboard.writeText = async (text) => { window.copied = text; }; document.querySelector('[data-copy]').click()`);
    await page.until(`document.querySelector('[data-copy]').textContent === 'Copied'`);
    const copied = await page.evaluate('window.copied');
    assert.equal(copied.split('\n').length, 8);
    assert.match(copied, /^K7QM-2F9X-PW4D\n/);
    await said('Copied');
  });

  test('puts the focus on what there is to say', async () => {
    await open('code');
    assert.equal(await page.evaluate(`document.activeElement.matches('[data-focus]')`), true);
  });

  test('takes the fragment out of the address into the seal and nowhere else', async () => {
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
    const shown = (selector) => page.evaluate(`document.querySelector('${selector}').checkVisibility()`);
    await open('not-me');
    assert.deepEqual([await shown('[data-with-fragment]'), await shown('[data-without-fragment]')], [false, true]);
    await page.evaluate(`location.hash = 'main'`); // the link that skips to the content
    assert.equal(await shown('[data-with-fragment]'), false);

    await page.evaluate(`location.hash = '${token}'`); // as if the link were opened on the open page
    await page.until(`document.getElementById('token').value === '${token}'`);
    assert.equal(await page.evaluate('location.href'), `${site.origin}/not-me`);
    assert.deepEqual([await shown('[data-with-fragment]'), await shown('[data-without-fragment]')], [true, false]);
    await page.evaluate('(window.former = true, location.reload())');
    await page.until(`!window.former && document.readyState === 'complete' && document.getElementById('token').value === '${token}'`);
    assert.deepEqual(posts, []); // looking is not saying

    await page.evaluate(`document.querySelector('[data-with-fragment] button').click()`);
    await page.until(`location.pathname === '/done'`);
    assert.deepEqual([...posts[0].form.keys()].sort(), ['_csrf', 'mid', 'sealed']);
    assert.ok(!posts[0].body.includes(token));
    assert.deepEqual((await opened(posts[0].form.get('sealed'))).content, { token });
  });

  test('without script the form can be sent after a moment, and what has no name stays', async () => {
    await page.send('Emulation.setScriptExecutionDisabled', { value: true });
    await open('start');
    const { width } = await page.evaluate(`document.querySelector('form button').getBoundingClientRect().toJSON()`);
    assert.ok(width > 0);
    await page.until(`getComputedStyle(document.querySelector('form button')).visibility === 'visible'`);
    await page.until(`getComputedStyle(document.querySelector('.no-js')).visibility === 'visible'`);
    assert.deepEqual(await page.evaluate(`[...new FormData(document.querySelector('form')).keys()]`), ['_csrf', 'mid']);
  });

  for (const [width, height] of [[320, 640], [720, 900], [1280, 800]]) {
    test(`fits a window ${width} wide, with larger spaces too, and what is to be touched is large enough`, async () => {
      await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: width < 500 });
      for (const name of PAGES) {
        await open(name);
        assert.ok((await page.evaluate('document.documentElement.scrollWidth')) <= width, `${name} is wider`);
        // WCAG 2.5.8 asks for 24; links within a sentence are exempt.
        const small = await page.evaluate(`[...document.querySelectorAll('button, input:not([type=hidden], .visually-hidden), summary, a:not(p a, .skip)')]
          .filter((each) => each.checkVisibility() && !(each.type === 'radio' || each.type === 'checkbox'))
          .map((each) => [each.outerHTML.slice(0, 60), each.getBoundingClientRect()])
          .filter(([, { width, height }]) => width < 24 || height < 43.9).map(([what]) => what)`);
        assert.deepEqual(small, [], name);
        // WCAG 1.4.12
        await page.evaluate(`const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }'); document.adoptedStyleSheets = [sheet]`);
        assert.ok((await page.evaluate('document.documentElement.scrollWidth')) <= width, `${name} with larger spaces is wider`);
        assert.deepEqual(page.problems.filter((problem) => !/404/.test(problem)), [], name);
      }
    });
  }
});
