import type { Json } from './json.ts';
import type { Delivery } from './model.ts';
import type { Reaction } from './person.ts';
import { place, type ResponseUrl } from './response-url.ts';
import type { Slack } from './slack.ts';

export type WaitFor = <T>(look: () => T, ms?: number) => Promise<NonNullable<Exclude<T, false | 0 | ''>>>;

/** Turns a delivery into what the person sees of it; a command's acknowledgement may itself be a message. */
export function reactions(slack: Slack, waitFor: WaitFor) {
  return (delivery: Delivery, url?: ResponseUrl, triggerId?: string): Reaction => {
    let error: Reaction['error'];
    if (delivery.outcome === 'no_socket') error = 'dispatch_failed';
    else if (delivery.outcome === 'refused') error = 'http_error';
    else if (delivery.outcome !== 'acked') error = 'operation_timeout';
    if (delivery.kind === 'slash_commands' && delivery.ackBody !== undefined && url) {
      const refusal = place(slack, url, delivery.ackBody as Json, 'ack');
      if (refusal) {
        error = 'invalid_command_response';
        slack.violate('ack-body-refused', delivery.kind, JSON.stringify(refusal));
      }
    }
    const responses = url?.messages ?? [];
    return {
      get ackMs() {
        return delivery.ackMs;
      },
      ackBody: delivery.ackBody,
      error,
      responses,
      responseUrl: url?.url,
      triggerId,
      delivery,
      reply: (n = 1, ms = 5000) => waitFor(() => responses[n - 1], ms),
    };
  };
}
