/**
 * Makes dist/hipaa-teams.zip, which is uploaded to Teams: `TEAMS_APP_ID=… npm run teams:package`. With --write it writes
 * the files in teams/ anew, after the commands or the version have changed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { colorIcon, outlineIcon } from './teams/icons.ts';
import { manifest, type Own, placeholders } from './teams/manifest.ts';
import { zip } from './teams/zip.ts';

const from = (name: string) => fileURLToPath(new URL(`../teams/${name}`, import.meta.url));
const guid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const template = (): string => `${JSON.stringify(manifest(placeholders), null, 2)}\n`;

/** What the environment says; a sentence where it says too little. */
export function ownOf(env: Readonly<Record<string, string | undefined>>): Own | string {
  const appId = env['TEAMS_APP_ID']?.trim() ?? '';
  if (!guid.test(appId))
    return 'Set TEAMS_APP_ID to the app (client) id of the bot in Entra: docs/install-teams.md tells where it stands.';
  const developer = env['TEAMS_DEVELOPER_NAME']?.trim() || 'Our security team';
  if (developer.length > 32) return 'TEAMS_DEVELOPER_NAME is longer than 32 characters: shorten it.';
  const website = env['TEAMS_DEVELOPER_URL']?.trim() || 'https://www.example.com/';
  if (!/^https:\/\//i.test(website) || !URL.canParse(website))
    return 'TEAMS_DEVELOPER_URL must be an address that begins with https://.';
  return { appId: appId.toLowerCase(), developer, website };
}

/** The package for one deployment, of the files in teams/. */
export function packaged(own: Own): Buffer {
  let text = readFileSync(from('manifest.json'), 'utf8');
  for (const name of ['appId', 'developer', 'website'] as const)
    text = text.replaceAll(placeholders[name], () => JSON.stringify(own[name]).slice(1, -1));
  const icons = ['color.png', 'outline.png'].map((name) => ({ name, data: readFileSync(from(name)) }));
  return zip([{ name: 'manifest.json', data: Buffer.from(text, 'utf8') }, ...icons]);
}

function run(): number {
  if (process.argv.includes('--write')) {
    mkdirSync(from(''), { recursive: true });
    writeFileSync(from('manifest.json'), template());
    writeFileSync(from('color.png'), colorIcon());
    writeFileSync(from('outline.png'), outlineIcon());
    return 0;
  }
  const own = ownOf(process.env);
  if (typeof own === 'string') {
    console.error(own);
    return 2;
  }
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/hipaa-teams.zip', packaged(own));
  console.log('dist/hipaa-teams.zip is ready to be uploaded to Teams.');
  if (!process.env['TEAMS_DEVELOPER_URL'])
    console.log(
      'It names no website of yours: set TEAMS_DEVELOPER_NAME and TEAMS_DEVELOPER_URL to change that.',
    );
  return 0;
}

if (import.meta.main) process.exitCode = run();
