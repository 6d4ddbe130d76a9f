import type { Parameter } from '@aws-sdk/client-rds';
import { itemsOf } from '../collect.ts';

/** How an engine is told to refuse plain connections; `null`: by no parameter. */
export function tlsParameter(
  engine: string,
): { readonly name: string; readonly on: readonly string[] } | null {
  if (/postgres|^sqlserver/.test(engine)) return { name: 'rds.force_ssl', on: ['1', 'on', 'true'] };
  if (/mysql$|^mariadb$|^aurora$/.test(engine))
    return { name: 'require_secure_transport', on: ['1', 'on', 'true'] };
  return /^db2/.test(engine) ? { name: 'db2comm', on: ['ssl'] } : null;
}

/** MariaDB refuses plain connections from this version on, unless it is told otherwise. */
const strictMariaDb = [11, 8] as const;

const isStrict = (engine: string, version: string): boolean => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [from, after] = strictMariaDb;
  return engine === 'mariadb' && (major > from || (major === from && minor >= after));
};

/** Whether plain connections are refused, and where that is set. */
export interface TlsRule {
  readonly group: string;
  readonly parameter: string;
  /** `null`: the group does not say. */
  readonly value: string | null;
  readonly refusesPlain: boolean;
  /** The group was changed since the database started. */
  readonly waitsForReboot: boolean;
}

interface Asked {
  readonly engine: string;
  readonly version: string;
  readonly group: string;
  readonly waitsForReboot: boolean;
}

/** `null`: the engine has no parameter for it. */
export async function tlsRule(
  { engine, version, group, waitsForReboot }: Asked,
  read: (parameter: string) => Promise<Parameter | null>,
): Promise<TlsRule | null> {
  const asked = tlsParameter(engine);
  if (asked === null) return null;
  const value = (await read(asked.name))?.ParameterValue ?? null;
  return {
    group,
    parameter: asked.name,
    value,
    refusesPlain: value === null ? isStrict(engine, version) : asked.on.includes(value.toLowerCase()),
    waitsForReboot,
  };
}

/** One parameter; pages after it are not asked. `null`: the group has no such parameter. */
export async function parameterIn(
  pages: AsyncIterable<{ readonly Parameters?: Parameter[] | undefined }>,
  parameter: string,
  operation: string,
): Promise<Parameter | null> {
  for await (const told of itemsOf(pages, (page) => page.Parameters, operation))
    if (told.ParameterName?.toLowerCase() === parameter) return told;
  return null;
}
