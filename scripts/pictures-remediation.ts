/** The plan, and the approval card in each of its states, made by the state machine itself over one made-up bucket. */

import { planMessage } from '../src/chat/views/plan.ts';
import { shortHash } from '../src/chat/views/plan-words.ts';
import { type Reader, readable } from '../src/chat/views/reader.ts';
import { remediationCard } from '../src/chat/views/remediation.ts';
import { stamped } from '../src/chat/views/stamp.ts';
import { neverFrozen } from '../src/domain/freeze.ts';
import { checks, exposed, now, production } from '../test/kit/sample-findings.ts';
import { people, peopleDesk } from '../test/kit/sample-people.ts';
import { planWith, states, targetOf } from '../test/kit/sample-remediations.ts';
import type { Picture, Shown } from './preview.ts';

const reader = (actor: Reader['actor']): Reader => ({
  actor,
  now,
  people: peopleDesk,
  nameOf: (id) => peopleDesk.nameOf?.(id) ?? readable(id),
  accountName: (id) => (id === production.id ? 'production' : id),
  check: (id) => checks.find((c) => c.id === id) ?? null,
  dueAt: (f) => f.openedAt,
  fixable: () => 'write',
  why: () => null,
});

const demo = 'demo';

function planShown(): Shown {
  const plan = planWith([targetOf(exposed)]);
  const message = planMessage(
    {
      planned: { plan, blocked: null, approvers: ['Ravi', 'Olga'], leftOut: [], already: null },
      request: `fix ${exposed.handle} plan:${shortHash(plan)} needs:reason`,
      freeze: neverFrozen,
      window: null,
    },
    reader(people.ann),
  );
  return { message: stamped(message, demo), privately: true, asked: `/hipaa fix ${exposed.handle}` };
}

export function remediationPictures(): readonly Picture[] {
  // One of each state, and broken glass.
  const cards = Object.entries(states)
    .filter(([name, { remediation }]) => name === remediation.state || name === 'break-glass')
    .map(([state, view]) => ({
      state,
      message: stamped(remediationCard(view, reader(null)), demo),
    }));
  return [
    { name: 'plan', messages: [planShown()] },
    ...cards.map(({ state, message }) => ({
      name: `approval-${state}`,
      messages: [{ message }],
      width: 640,
      scale: 1 as const,
    })),
  ];
}
