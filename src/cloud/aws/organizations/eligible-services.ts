import { readFileSync } from 'node:fs';
import { CloudError } from '../../../domain/errors.ts';

/** AWS services that a business associate agreement covers, by the prefix of their API; dated, since AWS adds to it. */
export interface EligibleServices {
  /** `2025-04-16`. */
  readonly asOf: string;
  readonly prefixes: ReadonlySet<string>;
}

/** Kept with the program; an operator's own file takes its place. */
const builtIn = new URL('../../../../data/eligible-services.json', import.meta.url);

const fewest = 50;
const always = ['s3', 'ec2', 'rds'];

/** A list that is cut off or of something else would call every service into question: it is refused. */
export function loadEligibleServices(file: string | URL = builtIn): EligibleServices {
  const refuse = (why: string): never => {
    throw new CloudError('failed', `the list of eligible services is not used: ${why}`);
  };
  let told: { asOf?: unknown; apiPrefixes?: unknown } | null;
  try {
    told = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return refuse(
      code === undefined
        ? 'it is not JSON'
        : `${file} could not be read (${code}); leave the setting out for the list that comes with the bot`,
    );
  }
  const { asOf, apiPrefixes } = told ?? {};
  if (typeof asOf !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(asOf)) return refuse('it has no date (asOf)');
  if (!Array.isArray(apiPrefixes) || apiPrefixes.some((prefix) => typeof prefix !== 'string'))
    return refuse('apiPrefixes is not a list of names');
  const prefixes = new Set<string>(apiPrefixes);
  if (prefixes.size < fewest)
    return refuse(`it names ${prefixes.size} services, and fewer than ${fewest} cannot be all`);
  const missing = always.filter((prefix) => !prefixes.has(prefix));
  if (missing.length > 0) return refuse(`${missing.join(', ')} is not on it`);
  return { asOf, prefixes };
}
