// Prints the nanoseconds of one parse and comparison. Usage: node peers.mjs NAME OLD NEXT. Like every peer, it keeps the old version parsed.
import { readFileSync } from 'node:fs';

const [name, oldFile, nextFile] = process.argv.slice(2);
const old = JSON.parse(readFileSync(oldFile, 'utf8'));
const next = readFileSync(nextFile);

async function load() {
  switch (name) {
    case 'fast-json-patch': {
      const { default: patch } = await import('fast-json-patch');
      return (before, after) => patch.compare(before, after).length;
    }
    case 'jsondiffpatch': {
      const differ = (await import('jsondiffpatch')).create();
      return (before, after) => (differ.diff(before, after) === undefined ? 0 : 1);
    }
    case 'rfc6902': {
      const { createPatch } = await import('rfc6902');
      return (before, after) => createPatch(before, after).length;
    }
    default:
      throw new Error(`No peer is called ${name}.`);
  }
}

const compare = await load();

// The input is bytes, as from the network.
function nanoseconds(milliseconds) {
  const times = [];
  const end = performance.now() + milliseconds;
  while (performance.now() < end || times.length < 15) {
    const start = process.hrtime.bigint();
    if (compare(old, JSON.parse(next.toString('utf8'))) !== 1)
      throw new Error(`${name} does not find the change.`);
    times.push(Number(process.hrtime.bigint() - start));
  }
  return times.sort((a, b) => a - b)[times.length >> 1];
}

nanoseconds(1000); // Warms the compiler up.
console.log(nanoseconds(1000));
