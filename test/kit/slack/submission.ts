import { addView, changeView, viewRefusal } from './api-views.ts';
import { type Answer, answerState, controls, findControl, isEmpty } from './inputs.ts';
import { isRecord, type Json } from './json.ts';
import type { View } from './model.ts';
import { blocksOf } from './reading.ts';
import type { Slack } from './slack.ts';

export type SubmissionAction = 'close' | 'clear' | 'errors' | 'update' | 'push' | 'failed';

export interface Settled {
  readonly action: SubmissionAction;
  readonly errors: Record<string, string>;
}

/** Takes the visible modal away; with `all`, every modal of that person. */
export function closeModals(slack: Slack, userId: string, all: boolean): View[] {
  const stack = slack.store.modals.get(userId) ?? [];
  const gone = all ? stack.splice(0) : stack.splice(-1);
  for (const view of gone) view.closed = true;
  return gone;
}

/** Does with the modal what the acknowledgement says, or shows the person a failure as Slack would. */
export function settleSubmission(slack: Slack, view: View, body: unknown): Settled {
  const failed = (detail: string): Settled => {
    slack.violate('ack-body-refused', 'view_submission', detail);
    return { action: 'failed', errors: {} };
  };
  if (!isRecord(body) || body['response_action'] === undefined) {
    // Not the top one: the app may have opened another meanwhile.
    const stack = slack.store.modals.get(view.userId) ?? [];
    if (stack.includes(view)) stack.splice(stack.indexOf(view), 1);
    view.closed = true;
    return { action: 'close', errors: {} };
  }
  switch (body['response_action']) {
    case 'clear':
      closeModals(slack, view.userId, true);
      return { action: 'clear', errors: {} };
    case 'errors':
      return settleErrors(view, body['errors'], failed);
    case 'update':
    case 'push': {
      const refusal = viewRefusal(slack, body['view'], 'modal', view);
      if (refusal) return failed(JSON.stringify(refusal));
      if (body['response_action'] === 'update') changeView(slack, view, body['view']);
      else if (typeof addView(slack, view.userId, body['view'], 'push') === 'string')
        return failed('push_limit_reached');
      return { action: body['response_action'], errors: {} };
    }
    default:
      return failed(`unknown response_action ${String(body['response_action'])}`);
  }
}

function settleErrors(view: View, errors: unknown, failed: (detail: string) => Settled): Settled {
  if (!isRecord(errors) || Object.keys(errors).length === 0) return failed('errors without an error');
  const inputs = (view.body['blocks'] as Json[]).filter((block) => block['type'] === 'input');
  const stray = Object.keys(errors).find((id) => !inputs.some((block) => block['block_id'] === id));
  if (stray) return failed(`an error for ${stray}, which is no input of this view`);
  return { action: 'errors', errors: errors as Record<string, string> };
}

/** Types the values in and refuses what Slack's own form would not let go. */
export function fill(view: View, values: Record<string, Answer>, cannot: (what: string) => never): void {
  const blocks = blocksOf(view);
  for (const [wanted, answer] of Object.entries(values)) {
    const found = findControl(blocks, wanted);
    const labels = () => controls(blocks).map(({ label, block }) => `${label} (${block['block_id']})`);
    if (!found) throw cannot(`fill in "${wanted}"; there is: ${labels().join(', ')}`);
    const slot = view.state[found.block['block_id']];
    if (slot) slot[found.element['action_id']] = answerState(found.element, answer);
  }
  for (const { block, element, label } of controls(blocks))
    if (block['type'] === 'input' && block['optional'] !== true)
      if (isEmpty(view.state[block['block_id']]?.[element['action_id']]))
        cannot(`submit: "${label}" is required`);
}
