import { attestationDue } from '../chat/views/attestations.ts';
import { digestMessage } from '../chat/views/digest.ts';
import { expiring } from '../chat/views/expiring.ts';
import { findingCard } from '../chat/views/finding.ts';
import { urgentMessage } from '../chat/views/freeze.ts';
import { alert, findingChanged, reminder } from '../chat/views/news.ts';
import { type Reader, readable } from '../chat/views/reader.ts';
import { remediationCard } from '../chat/views/remediation.ts';
import { remediationSaid } from '../chat/views/remediation-said.ts';
import { scanProgress, scanResult } from '../chat/views/scan.ts';
import { stamped } from '../chat/views/stamp.ts';
import type { Message } from '../domain/message.ts';
import type { Engine, Notices } from '../engine/context.ts';
import type { Services } from '../engine/services.ts';

/** What everybody in a channel reads: no single person's rights or name for things. */
function publicReader(services: Services, names: Engine['accountNames'], now: () => Date): Reader {
  return {
    actor: null,
    now: now(),
    people: services.people,
    nameOf: (id) => {
      const name = services.people.nameOf?.(id) ?? id;
      return name === id ? readable(id) : name;
    },
    accountName: (id) => names.get(id) ?? id,
    check: (id) => services.checks.get(id),
    dueAt: (finding) => services.findings.dueAt(finding),
    fixable: (check) => services.remediations.fixable(check),
    why: (deed, r, actor) => services.remediations.why(deed, r, actor),
  };
}

/** The views, as the engine's news need them. `services` come late: the engine is built before its desks. */
export function createNotices(
  services: () => Services,
  names: Engine['accountNames'],
  now: () => Date,
): Notices {
  const reader = () => publicReader(services(), names, now);
  // What a terminal would print as JSON is of no use in a channel, and would be kept with each of a card's edits.
  const say = ({ data: _, ...message }: Message) => stamped(message, services().demo);
  return {
    scanProgress: (progress) => say(scanProgress(progress, reader())),
    scanEnded: (scan, worst) => say(scanResult(scan, worst, reader())),
    findingCard: (finding, history) => say(findingCard(finding, history, reader())),
    findingChanged: (finding, change, by) => say(findingChanged(finding, change, by, reader())),
    alert: (findings, more) => say(alert(findings, more, reader())),
    attestationDue: (topic, latest, daysLeft) => say(attestationDue(topic, latest, daysLeft)),
    expiring: (notices, whose) => say(expiring(notices, whose, reader())),
    reminder: (finding) => say(reminder(finding, reader())),
    digest: (digest) => say(digestMessage(digest, reader())),
    remediationCard: (view) => say(remediationCard(view, reader())),
    remediationSaid: (view) => say(remediationSaid(view, reader())),
    urgent: (text) => say(urgentMessage(text)),
  };
}
