import type { Collected } from './collected.ts';
import { firstOf } from './first-of.ts';
import { breaks, type Consequence, type Desired, harmless, uncertain } from './remedy.ts';

interface Setting {
  readonly group: string;
  readonly parameter: string;
  readonly value: string | null;
  readonly on: string | null;
  readonly modifiable: boolean;
  readonly dynamic: boolean;
  readonly waitsForReboot: boolean;
}

const mostNames = 10;

/** Why the parameter cannot be turned on from here, or at all; null: it can. */
function hindrance(setting: Setting): string | null {
  const { group, parameter, on, modifiable, dynamic, waitsForReboot } = setting;
  // Nobody else's group may have a point in its name.
  if (group.startsWith('default.'))
    return `${group} is a default group, which nobody can change: the database needs a group of your own`;
  if (!modifiable || on === null) return `RDS does not let ${parameter} be turned on in ${group}`;
  if (!dynamic)
    return `${parameter} comes into force with a reboot in ${group}, and nothing is rebooted from here`;
  return waitsForReboot
    ? `something of ${group} waits for a reboot already, and nothing is rebooted from here`
    : null;
}

/** Has the parameter group of a database refuse plain connections, and tells whom that hurts. */
export const refusePlain = (what: string) =>
  ({
    risk: 'disruptive',
    reversibility: { undo: 'fully' },
    considers: ['parameterGroupServes'],
    desired<S extends Setting>(setting: S | null): Desired<S> {
      if (setting === null) return { cannot: 'no parameter of its parameter group says it' };
      const because = hindrance(setting);
      return because === null ? { to: { ...setting, value: setting.on } } : { cannot: because };
    },
    consequences: (
      { parameterGroupServes: serves }: { readonly parameterGroupServes: Collected<readonly string[]> },
      { after }: { readonly after: Setting | null },
    ): readonly Consequence[] => [
      uncertain(
        'clients that connect without TLS would be refused, at once, and AWS does not tell which do: ask the database first',
      ),
      harmless('clients that use TLS already notice nothing, and nothing is rebooted'),
      ...(serves.known
        ? serves.value.length > 1
          ? [
              breaks(
                `${after?.group} serves ${serves.value.length} ${what}s, and all of them would refuse plain connections: ${firstOf(serves.value, mostNames)}`,
              ),
            ]
          : [harmless(`${after?.group} serves this ${what} alone`)]
        : [uncertain(`which other ${what}s the parameter group serves cannot be told: ${serves.message}`)]),
    ],
  }) as const;
