import type { Parameter } from '@aws-sdk/client-rds';
import type { Collected } from '../../../domain/collected.ts';
import { CloudError } from '../../../domain/errors.ts';
import type { TlsRule } from './tls.ts';

/** The parameter by which an engine refuses plain connections, in the group that serves the database. */
export type TlsSetting = {
  readonly group: string;
  readonly parameter: string;
  /** `null`: nobody set it, and the engine's own default holds. */
  readonly value: string | null;
  /** What turns it on, in the group's own words; `null`: no value that is known to. */
  readonly on: string | null;
  /** RDS lets it be set. */
  readonly modifiable: boolean;
  /** It comes into force without a reboot. */
  readonly dynamic: boolean;
  /** Something of the group waits for a reboot. */
  readonly waitsForReboot: boolean;
};

/** A range is told as `0-1`, a choice as `0,1` or `ON,OFF`. */
function turningOn(allowed = ''): string | null {
  const values = allowed.split(/[,-]/).map((value) => value.trim());
  return ['1', 'ON'].find((on) => values.includes(on)) ?? null;
}

export const tlsSetting = (
  { group, parameter, waitsForReboot }: TlsRule,
  told: Parameter | null,
): TlsSetting | null =>
  told && {
    group,
    parameter,
    value: told.Source === 'user' ? (told.ParameterValue ?? null) : null,
    on: turningOn(told.AllowedValues),
    modifiable: told.IsModifiable ?? false,
    dynamic: told.ApplyType === 'dynamic',
    waitsForReboot,
  };

/** What follows from the setting. */
export const impliesTls = (
  setting: TlsSetting | null,
  { tls }: Readonly<Record<string, Collected<TlsRule | null>>>,
): { readonly tls?: TlsRule } =>
  setting !== null && tls?.known && tls.value
    ? {
        tls: {
          ...tls.value,
          value: setting.value,
          refusesPlain: /^(1|on)$/i.test(setting.value ?? ''),
          waitsForReboot: tls.value.waitsForReboot || !setting.dynamic,
        },
      }
    : {};

/** Of the group somebody may change something else meanwhile, which is no change of this. */
export const sameTls = (a: TlsSetting | null, b: TlsSetting | null): boolean =>
  a?.group === b?.group && a?.parameter === b?.parameter && a?.value === b?.value;

/** What brings it about; without a value the parameter is reset. */
export function changeTo(setting: TlsSetting | null): { readonly group: string; readonly change: Parameter } {
  if (setting === null) throw new CloudError('unsupported', 'the group has no such parameter');
  const { group, parameter, value, dynamic } = setting;
  return {
    group,
    change: {
      ParameterName: parameter,
      ...(value !== null && { ParameterValue: value }),
      ApplyMethod: dynamic ? 'immediate' : 'pending-reboot',
    },
  };
}
