import { initialState } from './inputs.ts';
import { copy, isRecord, type Json } from './json.ts';
import { LIMITS, viewProblems } from './limits.ts';
import type { View } from './model.ts';
import { type Method, refuse, refuseWith, type Slack } from './slack.ts';
import { fillIds } from './store.ts';

let hashes = 0;
const nextHash = () => `${Math.floor(Date.now() / 1000)}.${(++hashes).toString(16).padStart(8, '0')}`;

export function viewJson(slack: Slack, view: View): Json {
  const { settings } = slack;
  return {
    id: view.id,
    team_id: settings.team.id,
    private_metadata: '',
    callback_id: '',
    external_id: '',
    title: null,
    submit: null,
    close: null,
    clear_on_close: false,
    notify_on_close: false,
    ...copy(view.body),
    state: { values: copy(view.state) },
    hash: view.hash,
    previous_view_id: view.previousViewId ?? null,
    root_view_id: view.rootViewId,
    app_id: settings.appId,
    app_installed_team_id: settings.team.id,
    bot_id: 'B000000001',
  };
}

/** Slack's refusal of a view, or nothing. */
export function viewRefusal(
  slack: Slack,
  body: unknown,
  surface: 'modal' | 'home',
  self?: View,
): Json | undefined {
  if (!isRecord(body)) return refuseWith('invalid_arguments', ['[ERROR] missing required field: view']);
  const problems = viewProblems(body, surface);
  if (problems.length > 0) return refuseWith('invalid_arguments', problems);
  if (Buffer.byteLength(JSON.stringify(body)) > LIMITS.viewBytes) return refuse('view_too_large');
  const external = body['external_id'];
  const taken = [...slack.store.views.values()].some(
    (view) => view !== self && !view.closed && external && view.body['external_id'] === external,
  );
  return taken ? refuse('duplicate_external_id') : undefined;
}

export function addView(
  slack: Slack,
  userId: string,
  body: Json,
  where: 'open' | 'push' | 'home',
): View | 'push_limit_reached' {
  const { store } = slack;
  const stack = where === 'push' ? (store.modals.get(userId) ?? []) : [];
  if (stack.length >= LIMITS.modalsDeep) return 'push_limit_reached';
  const id = store.id('V');
  const previous = stack.at(-1);
  const filled = copy(body);
  fillIds(filled['blocks'], store.id);
  const view: View = {
    id,
    type: where === 'home' ? 'home' : 'modal',
    userId,
    rootViewId: previous?.rootViewId ?? id,
    ...(previous ? { previousViewId: previous.id } : {}),
    openedAt: Date.now(),
    hash: nextHash(),
    body: filled,
    state: initialState(filled['blocks']),
    history: [],
    closed: false,
  };
  store.views.set(id, view);
  if (where === 'home') store.homes.set(userId, view);
  else {
    // Opening a fresh modal puts away the one that was there.
    if (where === 'open') for (const old of store.modals.get(userId) ?? []) old.closed = true;
    store.modals.set(userId, [...stack, view]);
  }
  return view;
}

/** New content for an open view; inputs that keep both ids keep what was typed into them. */
export function changeView(slack: Slack, view: View, body: Json): void {
  view.history.push(copy(view.body));
  const filled = copy(body);
  fillIds(filled['blocks'], slack.store.id);
  const fresh = initialState(filled['blocks']);
  for (const [block, actions] of Object.entries(fresh))
    for (const action of Object.keys(actions)) {
      const kept = view.state[block]?.[action];
      if (kept?.['type'] === actions[action]?.['type']) actions[action] = kept as Json;
    }
  view.body = filled;
  view.state = fresh;
  view.hash = nextHash();
}

const enter =
  (where: 'open' | 'push'): Method =>
  (slack, args) => {
    const refusal = viewRefusal(slack, args['view'], 'modal');
    if (refusal) return refusal;
    if (args['trigger_id'] === undefined)
      return refuseWith('invalid_arguments', ['[ERROR] missing required field: trigger_id']);
    const exchanged = slack.triggers.exchange(args['trigger_id']);
    if (typeof exchanged === 'string') return refuse(exchanged);
    const view = addView(slack, exchanged.userId, args['view'], where);
    return typeof view === 'string' ? refuse(view) : { ok: true, view: viewJson(slack, view) };
  };

const update: Method = (slack, args) => {
  const view = [...slack.store.views.values()].find(
    (each) =>
      each.type === 'modal' &&
      !each.closed &&
      (each.id === args['view_id'] ||
        (args['external_id'] && each.body['external_id'] === args['external_id'])),
  );
  if (!view) return refuse('not_found');
  if (args['hash'] !== undefined && args['hash'] !== view.hash) return refuse('hash_conflict');
  const refusal = viewRefusal(slack, args['view'], 'modal', view);
  if (refusal) return refusal;
  changeView(slack, view, args['view']);
  return { ok: true, view: viewJson(slack, view) };
};

const publish: Method = (slack, args) => {
  const user = slack.store.users.get(String(args['user_id']));
  if (!user || user.deleted) return refuse('user_not_found');
  const current = slack.store.homes.get(user.id);
  if (args['hash'] !== undefined && args['hash'] !== current?.hash) return refuse('hash_conflict');
  const refusal = viewRefusal(slack, args['view'], 'home', current);
  if (refusal) return refusal;
  if (current) changeView(slack, current, args['view']);
  const view = current ?? addView(slack, user.id, args['view'], 'home');
  return typeof view === 'string' ? refuse(view) : { ok: true, view: viewJson(slack, view) };
};

export const viewMethods: Record<string, Method> = {
  'views.open': enter('open'),
  'views.push': enter('push'),
  'views.update': update,
  'views.publish': publish,
};
