// What can be said of the look without looking: contrasts (WCAG 1.4.3, 1.4.11), weight, and that nothing stands inline.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const resources = new URL('../../main/resources/', import.meta.url);
const read = (name) => readFileSync(new URL(name, resources), 'utf8');
const css = read('static/portal.css');

function colours(block) {
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value]));
}
const light = colours(css.slice(css.indexOf(':root {'), css.indexOf('@media (prefers-color-scheme: dark)')));
const dark = { ...light, ...colours(css.slice(css.indexOf('@media (prefers-color-scheme: dark)'), css.indexOf('*,'))) };

function luminance(hex) {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex;
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const GROUNDS = ['ground', 'card', 'sunken', 'info-ground', 'error-ground', 'success-ground', 'warning-ground'];
const TEXTS = [
  ...GROUNDS.map((ground) => ['ink', ground]),
  ...['ground', 'card', 'sunken', 'info-ground'].map((ground) => ['soft', ground]),
  ...['error', 'success', 'warning'].flatMap((tone) => [[tone, 'card'], [tone, `${tone}-ground`]]),
  ['error', 'sunken'],
  ['on-accent', 'accent'],
];
const SHAPES = ['card', 'ground', 'sunken'].flatMap((ground) => ['edge', 'focus', 'accent'].map((shape) => [shape, ground]));

for (const [scheme, values] of Object.entries({ light, dark })) {
  test(`contrasts are large enough when it is ${scheme}`, () => {
    const low = (pairs, least) =>
      pairs
        .map(([front, back]) => [front, back, contrast(values[front], values[back])])
        .filter(([, , found]) => !(found >= least))
        .map(([front, back, found]) => `${front} on ${back}: ${found.toFixed(2)}`);
    assert.deepEqual(low(TEXTS, 4.5), []);
    assert.deepEqual(low(SHAPES, 3), []);
  });
}

test('the measure of contrasts is right', () => {
  assert.equal(contrast('#000', '#ffffff'), 21);
  assert.equal(contrast('#777777', '#fff').toFixed(2), '4.48');
});

test('all that every page loads is light', () => {
  const files = readdirSync(new URL('static/', resources)).map((name) => read(`static/${name}`));
  const whole = Buffer.from([...files, read('templates/layout.html')].join(''));
  assert.ok(whole.length < 64 * 1024, `${whole.length} bytes`);
  assert.ok(gzipSync(whole).length < 20 * 1024, `${gzipSync(whole).length} bytes compressed`);
});

test('no template has a script or a style of its own, which the browser would not take', () => {
  for (const name of readdirSync(new URL('templates/', resources), { recursive: true }).filter((each) => each.endsWith('.html'))) {
    const html = read(`templates/${name}`);
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|javascript:|<script(?![^>]*\ssrc=)/i, name);
    assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\//i, name);
  }
});

test('the scripts hold no words for people', () => {
  for (const name of ['portal.js', 'seal.js']) {
    const code = read(`static/${name}`).replace(/(^|\s)\/\/.*$/gm, '').replace(/\/\*[^]*?\*\//g, '');
    assert.doesNotMatch(code, /(?:textContent|innerText|ariaLabel|placeholder)\s*=\s*['"`][^'"`]/, name);
    assert.doesNotMatch(code, /innerHTML|insertAdjacentHTML|document\.write|\beval\(/, name);
  }
});
