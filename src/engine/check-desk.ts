import { attestationKind } from '../domain/attestation.ts';
import { controlOf } from '../domain/check.ts';
import { isBelow } from '../domain/citation.ts';
import type { Control } from '../domain/control.ts';
import { allTopics, checkIdOf } from './attestations.ts';
import { serviceOf } from './choose.ts';
import { type Engine, enabledChecks, settingsOf } from './context.ts';
import { reviewCheck } from './remediation/tend.ts';
import type { CheckDesk, CheckInfo } from './services.ts';

/** What the bot finds about its own doings: no scan asks it, and nobody can turn it off. */
const own: readonly CheckInfo[] = [
  { ...reviewCheck, service: 'bot', enabled: true, optIn: null, settings: {} },
  ...allTopics.map(({ id, title, severity, controls }) => ({
    id: checkIdOf(id),
    title,
    severity,
    controls,
    kind: attestationKind,
    service: 'bot',
    enabled: true,
    optIn: null,
    settings: {},
  })),
];

/** What the bot asks, with the thresholds in force. `controls`: where the citations come from. */
export function createCheckDesk(
  engine: Pick<Engine, 'checks' | 'rules'>,
  controls: readonly Control[] = [],
): CheckDesk {
  const proposed = new Set(controls.filter((c) => c.citations_from === 'proposed').map(({ id }) => id));
  const enabled = new Set(enabledChecks(engine).map((c) => c.id));
  const all: readonly CheckInfo[] = engine.checks.map((check) => ({
    id: check.id,
    title: check.title,
    severity: check.severity,
    controls: check.controls,
    kind: check.kind,
    service: serviceOf(check),
    enabled: enabled.has(check.id),
    optIn: check.optIn ?? null,
    settings: settingsOf(engine, check),
    ...(proposed.has(controlOf(check)) ? { proposed: true as const } : {}),
  }));
  return {
    all: () => all,
    get: (id) => [...all, ...own].find((c) => c.id === id) ?? null,
    citing: (citation) =>
      [...all, ...own].filter((c) => c.controls.some((s) => isBelow(s, citation))).map((c) => c.id),
  };
}
