import { randomUUID } from 'node:crypto';
import { addressFor, type HttpTarget, postSigned, wireForm } from './http-mode.ts';
import { isRecord, type Json } from './json.ts';
import type { Delivery, EnvelopeKind } from './model.ts';
import type { Forgery } from './signing.ts';
import type { Slack } from './slack.ts';

export const ACK_MS = 3_000;

export interface Deliveries {
  readonly records: readonly Delivery[];
  /** Resolves when the first attempt is acknowledged, refused, or given up; retries go on behind. */
  send(kind: EnvelopeKind, payload: Json, forge?: Forgery): Promise<Delivery>;
  /** The same envelope once more, as Slack does when an acknowledgement got lost. */
  again(delivery: Delivery, how?: { attempt?: number; reason?: string; forge?: Forgery }): Promise<Delivery>;
  acked(envelopeId: string, body: unknown): void;
  stop(): void;
}

type Open = Delivery & { settle?: () => void };

/** Which envelopes may be answered with content; any other answer is thrown away by Slack. */
function acceptsBody(kind: EnvelopeKind, payload: Json): boolean {
  return (
    kind === 'slash_commands' ||
    (kind === 'interactive' && ['view_submission', 'block_suggestion'].includes(payload['type']))
  );
}

export function createDeliveries(slack: Slack, toSocket: (envelope: Json) => boolean): Deliveries {
  const { settings, clock } = slack;
  const records: Open[] = [];
  const timers = new Set<NodeJS.Timeout>();
  let stopped = false;

  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timers.add(timer);
    return timer;
  };

  const noteBody = (record: Open, body: unknown) => {
    record.ackBody = isRecord(body) && Object.keys(body).length === 0 ? undefined : body;
    if (record.ackBody !== undefined && !acceptsBody(record.kind, record.payload))
      slack.violate('ack-body-ignored', record.kind, JSON.stringify(record.ackBody).slice(0, 200));
  };

  const overSocket = (record: Open) =>
    new Promise<false>((resolve) => {
      const sent = toSocket({
        envelope_id: record.id,
        type: record.kind,
        payload: record.payload,
        accepts_response_payload: acceptsBody(record.kind, record.payload),
        ...(record.kind === 'events_api' || record.attempt > 0
          ? { retry_attempt: record.attempt, retry_reason: record.reason }
          : {}),
      });
      if (!sent) {
        record.outcome = 'no_socket';
        return resolve(false);
      }
      const timer = later(clock.real(ACK_MS), () => {
        record.outcome = 'timeout';
        resolve(false);
      });
      record.settle = () => {
        clearTimeout(timer);
        timers.delete(timer);
        resolve(false);
      };
    });

  const overHttp = async (record: Open, target: HttpTarget, forge: Forgery | undefined) => {
    const retried = record.attempt > 0;
    try {
      const answer = await postSigned(
        addressFor(target, record.kind),
        wireForm(record.kind, record.payload),
        {
          secret: settings.signingSecret,
          timeoutMs: clock.real(ACK_MS),
          forge,
          ...(retried
            ? {
                headers: {
                  'x-slack-retry-num': String(record.attempt),
                  'x-slack-retry-reason': record.reason,
                },
              }
            : {}),
        },
      );
      record.status = answer.status;
      record.outcome = answer.status < 300 ? 'acked' : 'refused';
      if (record.outcome === 'acked') {
        record.ackMs = Date.now() - record.sentAt;
        noteBody(record, answer.body);
      }
      return answer.headers.get('x-slack-no-retry') === '1';
    } catch (failure) {
      record.outcome = failure instanceof DOMException ? 'timeout' : 'no_socket';
      return false;
    }
  };

  const attempt = async (
    first: { id: string; kind: EnvelopeKind; payload: Json },
    number: number,
    reason: string,
    forge: Forgery | undefined,
    retry: boolean,
  ): Promise<Delivery> => {
    const target = settings.http;
    const record: Open = {
      ...first,
      via: target ? 'http' : 'socket',
      attempt: number,
      reason,
      sentAt: Date.now(),
      ackMs: Number.POSITIVE_INFINITY,
      ackBody: undefined,
      outcome: 'waiting',
    };
    records.push(record);
    const noRetry = target ? await overHttp(record, target, forge) : await overSocket(record);
    if (retry && !noRetry && record.outcome !== 'acked' && !stopped) plan(first, number, record);
    return record;
  };

  const plan = (first: { id: string; kind: EnvelopeKind; payload: Json }, number: number, failed: Open) => {
    const delay = settings.retryDelaysMs[number];
    const wanted =
      settings.redeliver !== 'none' &&
      // Over HTTP, and where no socket was open, Slack tries again with events only.
      (first.kind === 'events_api' ||
        (settings.redeliver === 'all' && failed.via === 'socket' && failed.outcome === 'timeout'));
    if (delay === undefined || !wanted) return;
    const over = failed.via === 'http';
    const reason = failed.outcome === 'refused' ? 'http_error' : over ? 'http_timeout' : 'timeout';
    later(clock.real(delay), () => {
      if (failed.outcome !== 'late') void attempt(first, number + 1, reason, undefined, true);
    });
  };

  return {
    records,
    send: (kind, payload, forge) =>
      attempt({ id: randomUUID(), kind, payload }, 0, '', forge, forge === undefined),
    again: ({ id, kind, payload }, how = {}) =>
      attempt({ id, kind, payload }, how.attempt ?? 0, how.reason ?? '', how.forge, false),
    acked: (envelopeId, body) => {
      const mine = records.filter((record) => record.id === envelopeId);
      const record =
        mine.find((each) => each.outcome === 'waiting') ?? mine.find((each) => each.outcome === 'timeout');
      if (!record) {
        slack.violate(mine.length ? 'envelope-acked-twice' : 'unknown-envelope-acked', 'socket', envelopeId);
        return;
      }
      record.ackMs = Date.now() - record.sentAt;
      record.outcome = record.outcome === 'waiting' ? 'acked' : 'late';
      noteBody(record, body);
      record.settle?.();
    },
    stop: () => {
      stopped = true;
      for (const timer of timers) clearTimeout(timer);
      for (const record of records) if (record.outcome === 'waiting') record.settle?.();
    },
  };
}
