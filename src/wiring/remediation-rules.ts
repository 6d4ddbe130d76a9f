import type { Config } from '../config.ts';
import type { Channel } from '../domain/message.ts';
import type { RemediationRules } from '../engine/context.ts';
import { freezeWindows } from '../time/freeze-windows.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How changes are agreed to and carried out, from the configuration. */
export function remediationRulesOf(
  { remediation }: Pick<Config, 'remediation'>,
  channelOf: (id: string) => Channel,
): RemediationRules {
  const { channel, tiers, cap, groups, freezes, breakGlass, settings } = remediation;
  return {
    tiers: tiers.map(({ name, when, quorum, distinctGroups, confirm, stepUp }) => {
      const given = Object.entries(when).filter(([, list]) => list !== undefined);
      return {
        name,
        when: Object.fromEntries(given),
        quorum: quorum === 1 ? 1 : 2,
        distinctGroups,
        confirm,
        stepUp,
      };
    }),
    clocks: {
      approveWithinMs: remediation.approveWithinHours * hourMs,
      executeWithinMs: remediation.executeWithinMinutes * minuteMs,
      undoWithinMs: remediation.undoWithinDays * dayMs,
      lookAgainMs: remediation.lookAgainMinutes * minuteMs,
      reviewWithinMs: breakGlass.reviewWithinHours * hourMs,
    },
    cap,
    groups,
    windows: freezeWindows(freezes),
    breakGlassMinReason: breakGlass.minReasonCharacters,
    settings,
    // Known only once the platform was asked, so it is asked for each time.
    get channel() {
      return channel === null ? null : channelOf(channel);
    },
  };
}
