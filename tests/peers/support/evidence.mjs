// SPDX-FileCopyrightText: The Tokentrail authors
// SPDX-License-Identifier: Apache-2.0
// What a person would have of a call that failed: its answer, lines of a log, the hops that the
// sandbox saw. With RECORD=FOLDER each piece is kept as a case of tests/data/cases.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { idsOf } from './landscape.mjs';

const token = /eyJ[\w-]+\.[\w-]+\.[\w-]*/g;
const colour = /\x1b\[[0-9;]*m/g; // eslint-disable-line no-control-regex

// The answer as `curl -i` prints it.
export function asText({ status, reason, rawHeaders = [], body }) {
  let head = `HTTP/1.1 ${status} ${reason ?? ''}\n`;
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const secret = /^set-cookie$/i.test(rawHeaders[i]);
    head += `${rawHeaders[i]}: ${secret ? rawHeaders[i + 1].replace(/=[^;]*/, '=…') : rawHeaders[i + 1]}\n`;
  }
  return `${head}\n${body}`.replace(token, 'eyJ…');
}

export const linesOf = (log, pattern, around = 1) => {
  const lines = log.replace(colour, '').replace(token, 'eyJ…').replaceAll(process.env.TOKENTRAIL_PEERS, '/app').split('\n');
  const at = lines.findIndex((line) => pattern.test(line));
  return at < 0 ? '' : lines.slice(Math.max(0, at - around), at + around + 1).join('\n') + '\n';
};

function record(name, cause, made, sections) {
  if (!process.env.RECORD) return;
  mkdirSync(process.env.RECORD, { recursive: true });
  let text = `cause: ${cause}\nmade: ${made}\n`;
  for (const [section, content] of Object.entries(sections))
    if (content) text += `--- ${section}\n${content.endsWith('\n') ? content : content + '\n'}`;
  writeFileSync(join(process.env.RECORD, `${name}.case`), text);
}

// What `call --json` answered, as `sandbox trail --json` would print it.
export function recordTrail(name, cause, made, { hops, title }, key) {
  const shown = key && JSON.stringify({ ...key, clientsecret: undefined, verificationkey: undefined });
  record(name, cause, made, { trail: JSON.stringify({ trails: [{ title, hops }] }, null, 1), key: shown });
}

// Holds what `diagnose` says of each piece alone and of all together against the true cause.
// `pieces`: answer, log, token (files' contents); `alone` names the pieces that suffice alone.
export async function mustName(landscape, { name, cause, made, answer, log, alone = [] }) {
  const pieces = {
    ...(log ? { log: ['--log', log] } : {}),
    ...(answer ? { body: ['--body-file', asText(answer)] } : {}),
  };
  const ask = async (chosen) => {
    const args = chosen.flatMap((piece) => [pieces[piece][0], landscape.file(`${name}.${piece}`, pieces[piece][1])]);
    const said = await landscape.ctl('diagnose', ...args, '--json');
    assert.ok(said.json, `diagnose gave no JSON: ${said.stderr}`);
    return said.json;
  };
  for (const chosen of [Object.keys(pieces), ...alone.map((piece) => [piece])]) {
    const said = await ask(chosen);
    assert.equal(idsOf(said)[0], cause, `${chosen.join(' + ')}: ${JSON.stringify(said.findings, null, 1)}\n${chosen.map((piece) => pieces[piece][1]).join('\n')}`);
    const sections = Object.fromEntries(chosen.map((piece) => [piece, pieces[piece][1]]));
    record(chosen.length === 1 && alone.length + 1 > 1 ? `${name}-${chosen[0]}` : name, cause, made, sections);
  }
}
