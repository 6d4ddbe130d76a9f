#!/usr/bin/env node
// Plain JavaScript without imports at the top: it must run on the old Node that it is about to refuse.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `hipaa needs Node 22.12 or newer; this is ${process.version}. ` +
      'In a clone, "npm install" brings Node 24: start with "npx hipaa …" or "npm run …".',
  );
  process.exit(2);
}

const { existsSync } = await import('node:fs');
const { fileURLToPath } = await import('node:url');
const source = new URL('./cli.ts', import.meta.url);
// Node reads TypeScript by itself from 22.18 on; a build serves the versions before, and the container.
const readsTypeScript = process.features.typescript !== undefined && process.features.typescript !== false;
if (existsSync(fileURLToPath(source)) && readsTypeScript) await import(source.href);
else if (existsSync(fileURLToPath(new URL('./cli.js', import.meta.url)))) await import('./cli.js');
else {
  console.error(
    `Node ${process.version} cannot run TypeScript: use Node 22.18 or newer, or "npm run build" and dist/src/bin.mjs.`,
  );
  process.exit(2);
}
