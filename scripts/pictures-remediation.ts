/** The plan, and the approval card in each of its states, made by the state machine itself over one made-up bucket. */

import { planMessage } from '../src/chat/views/plan.ts';
import { type Reader, readable } from '../src/chat/views/reader.ts';
import { remediationCard } from '../src/chat/views/remediation.ts';
import { stamped } from '../src/chat/views/stamp.ts';
import { neverFrozen } from '../src/domain/freeze.ts';
import { checks, exposed, now, production } from '../test/kit/sample-findings.ts';
import { people, peopleDesk } from '../test/kit/sample-people.ts';
import {
  overfullPlan,
  planWith,
  policyPlan,
  states,
  targetOf,
  viewOf,
} from '../test/kit/sample-remediations.ts';
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

function planShown(plan: Parameters<typeof planWith>[0] | typeof policyPlan, name: string): Shown {
  const made = 'hash' in plan ? plan : planWith(plan);
  const message = planMessage(
    {
      planned: { plan: made, blocked: null, approvers: ['Ravi', 'Olga'], leftOut: [], already: null },
      request: `fix ${exposed.handle} plan:${made.hash.slice(0, 12)} needs:reason`,
      freeze: neverFrozen,
      window: null,
    },
    reader(people.ann),
  );
  return { message: stamped(message, demo), privately: true, asked: `/hipaa ${name}` };
}

/** One card below the other tells the whole story at a glance. */
const composed = ['proposed', 'executing', 'applied', 'stale', 'expired'];

export function remediationPictures(): readonly Picture[] {
  const cards = Object.entries(states).map(([state, view]) => ({
    state,
    message: stamped(remediationCard(view, reader(null)), demo),
  }));
  return [
    { name: 'plan', messages: [planShown([targetOf(exposed)], `fix ${exposed.handle}`)] },
    { name: 'plan-policy', messages: [planShown(policyPlan, `fix ${exposed.handle}`)] },
    { name: 'plan-many', messages: [planShown(overfullPlan, 'fix --check … --account production')] },
    {
      name: 'approval-many',
      messages: [{ message: remediationCard(viewOf({ plan: overfullPlan }), reader(null)) }],
    },
    ...cards.map(({ state, message }) => ({ name: `approval-${state}`, messages: [{ message }] })),
    {
      name: 'approval',
      messages: cards.filter(({ state }) => composed.includes(state)).map(({ message }) => ({ message })),
    },
  ];
}
