// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// Login windows of Tokentrail at work: a person clicks in them over the DevTools protocol.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Chromium } from '../support/chromium.mjs';
import { Landscape, freePort } from '../support/landscape.mjs';

const windowed = {
  QT_QPA_PLATFORM: 'offscreen',
  // Chromium does not start as root with its sandbox, and a container's tests are root.
  ...(process.getuid() === 0 ? { QTWEBENGINE_DISABLE_SANDBOX: '1' } : {}),
};

let landscape;
before(async () => {
  landscape = await Landscape.start();
});
after(async () => {
  await landscape?.stop();
});

// A login that waits in its window, with the window's page.
async function loginInWindow(...more) {
  const port = await freePort();
  const login = landscape.beginWith({ ...windowed, QTWEBENGINE_REMOTE_DEBUGGING: String(port) },
    'login', '--key', landscape.key, '--grant', 'authorization_code', '--browser', 'embedded', '--timeout', '90', '--json', ...more);
  const opened = login.said(/(log in in the window that opened)/);
  await opened;
  return { login, page: await Chromium.attach(port) };
}

const atForm = `document.title.startsWith('Sign in')`;
const clickOn = (person) => `[...document.querySelectorAll('.card')].find((card) => card.innerText.includes(${JSON.stringify(person)})).click()`;
const cookiesOf = async ({ page }) => (await page.send('Network.getAllCookies')).cookies.map(({ value }) => value);

function filesBelow(dir) {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

test('alice and bob log in at once in two windows, and each gets the own token', async () => {
  const [alice, bob] = await Promise.all([loginInWindow(), loginInWindow()]);
  await Promise.all([alice.page.until(atForm), bob.page.until(atForm)]);
  const cookies = await Promise.all([cookiesOf(alice), cookiesOf(bob)]);
  assert.ok(cookies[0].length > 0 && cookies[1].length > 0);
  for (const cookie of cookies[0]) assert.ok(!cookies[1].includes(cookie), 'a cookie is in both');
  await Promise.all([alice.page.evaluate(clickOn('alice')), bob.page.evaluate(clickOn('bob'))].map((done) => done.catch(() => {})));
  const [asAlice, asBob] = await Promise.all([alice.login.ended(), bob.login.ended()]);
  assert.equal(asAlice.code, 0);
  assert.equal(asBob.code, 0);
  assert.equal(asAlice.json.token.claims.user_name, 'alice');
  assert.equal(asBob.json.token.claims.user_name, 'bob');
  assert.equal(asBob.json.token.claims.grant_type, 'authorization_code');
  for (const { json } of [asAlice, asBob]) {
    const ofWindow = json.hops.filter(({ observedBy }) => observedBy.includes('browser'));
    const kinds = ofWindow.map(({ kind }) => kind);
    for (const kind of ['authorize', 'login']) assert.ok(kinds.includes(kind), kinds.join(' '));
    assert.ok(json.hops.some(({ kind }) => kind === 'callback'));
    // What the window saw and what the sandbox saw are the same hops.
    for (const hop of ofWindow.filter(({ to }) => to === 'xsuaa')) assert.ok(hop.observedBy.includes('xsuaa'), JSON.stringify(hop));
  }
});

test('the windows left nothing on the disk', () => {
  const homes = ['home', 'data-home'].map((name) => join(landscape.dir, name));
  const files = homes.flatMap((dir) => {
    try {
      return filesBelow(dir);
    } catch {
      return []; // nobody wrote there at all
    }
  });
  for (const file of files) {
    assert.doesNotMatch(file, /Cookies|Local Storage|IndexedDB/);
    const content = readFileSync(file);
    for (const word of ['JSESSIONID', 'X-Uaa-Csrf', 'alice']) assert.ok(!content.includes(word), `${file} holds ${word}`);
  }
});

test('a window that is closed is a cancelled login', async () => {
  const { login, page } = await loginInWindow();
  await page.until(atForm);
  await page.send('Page.close').catch(() => {});
  const { code, json } = await login.ended();
  assert.notEqual(code, 0);
  assert.match(json.error, /closed before anybody had logged in/);
});

test('the time limit closes the window, too', async () => {
  const port = await freePort();
  const login = landscape.beginWith({ ...windowed, QTWEBENGINE_REMOTE_DEBUGGING: String(port) },
    'login', '--key', landscape.key, '--grant', 'authorization_code', '--browser', 'embedded', '--timeout', '6', '--json');
  const page = await Chromium.attach(port);
  const gone = new Promise((resolve) => page.socket.addEventListener('close', resolve));
  const { code, json } = await login.ended();
  assert.notEqual(code, 0);
  assert.match(json.error, /in time/);
  await gone;
});

test('for root there is no window unless root asked for one without a sandbox', { skip: process.getuid() !== 0 && 'not root' }, async () => {
  const { code, stderr } = await landscape.ctl('login', '--key', landscape.key, '--grant', 'authorization_code', '--browser', 'embedded');
  assert.notEqual(code, 0);
  assert.match(stderr, /root/);
  assert.match(stderr, /system's browser/);
});
