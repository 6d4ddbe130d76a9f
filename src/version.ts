import { existsSync, readFileSync } from 'node:fs';

/** From package.json, beside the sources or beside the build. */
const file = new URL('../package.json', import.meta.url);
export const version: string = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
  : '0.0.0';
