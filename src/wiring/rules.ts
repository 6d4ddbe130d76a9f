import type { Config } from '../config.ts';
import type { Channel } from '../domain/message.ts';
import { defaultPhiRule } from '../domain/phi.ts';
import type { Rules } from '../engine/context.ts';
import { quietUntil } from '../time/quiet-hours.ts';
import { dayIn } from '../time/zone-time.ts';
import { remediationRulesOf } from './remediation-rules.ts';
import { allChecks } from './rolls.ts';

export function rulesOf(config: Config, channelOf: (id: string) => Channel): Rules {
  const { phi, checks, alerts } = config;
  return {
    phi: { keys: phi.keys ?? defaultPhiRule.keys, values: phi.values ?? defaultPhiRule.values },
    dueDays: config.dueDays,
    optIns: new Set(checks.optIn),
    disabled: new Set([...checks.disabled, ...besides(checks.only)]),
    settings: checks.settings,
    accountsAtOnce: config.aws.accountsAtOnce,
    resourcesAtOnce: config.aws.concurrency * 2,
    alertAt: alerts.severity,
    alertChannels: (account) =>
      alerts.channels
        .filter(
          (c) =>
            c.accounts.length === 0 || c.accounts.includes(account.name) || c.accounts.includes(account.id),
        )
        .map((c) => channelOf(c.channel)),
    remediation: remediationRulesOf(config, channelOf),
    attestations: {
      ask: config.attestations.ask,
      validDays: config.attestations.validDays as Readonly<Record<string, number>>,
      remindDays: config.attestations.remindDaysBefore,
      dayAt: (at) => dayIn(at, config.schedule.timezone),
      channel: config.attestations.channel === null ? null : channelOf(config.attestations.channel),
    },
    persons: config.persons,
    noticeDays: config.notices.daysBefore,
    quietUntil: (at) => quietUntil(config.quietHours, at),
  };
}

/** The checks that are not among those that are wanted alone. */
const besides = (only: readonly string[]): readonly string[] =>
  only.length === 0
    ? []
    : allChecks
        .filter(
          ({ id }) => !only.some((named) => (named.endsWith('/') ? id.startsWith(named) : id === named)),
        )
        .map(({ id }) => id);
