import { boolean, byType, list, number, type Rule, shape, string, word } from './rules.ts';

export const id = string({ max: 255 });
export const url = string({ max: 3000, pattern: /^[a-z][a-z0-9+.-]*:/i });

/** The two text objects, for a place that also takes other types. */
export const textTypes = (max = 3000): { plain_text: Rule; mrkdwn: Rule } => ({
  plain_text: shape({ text: string({ max }) }, { emoji: boolean }),
  mrkdwn: shape({ text: string({ max }) }, { verbatim: boolean }),
});

export const text = (max = 3000): Rule => byType(textTypes(max));
export const plain = (max = 3000): Rule => byType({ plain_text: textTypes(max).plain_text });
export const mrkdwn = (max = 3000): Rule => byType({ mrkdwn: textTypes(max).mrkdwn });

export const confirm = shape(
  { text: text(300) },
  { title: plain(100), confirm: plain(30), deny: plain(30), style: word('primary', 'danger') },
);

/** Menus show plain text; checkboxes and radio buttons may use mrkdwn; only overflow takes a link. */
export function option(kind: 'menu' | 'overflow' | 'choice'): Rule {
  const label = kind === 'choice' ? text(75) : plain(75);
  const described = kind === 'choice' ? text(75) : plain(75);
  return shape(
    { text: label, value: string({ max: 150 }) },
    kind === 'overflow' ? { description: described, url } : { description: described },
  );
}

export const optionGroup = shape({ label: plain(75), options: list(option('menu'), { max: 100 }) });

export const conversationFilter = shape(
  {},
  {
    include: list(word('im', 'mpim', 'private', 'public')),
    exclude_external_shared_channels: boolean,
    exclude_bot_users: boolean,
  },
);

export const dispatchConfig = shape(
  {},
  { trigger_actions_on: list(word('on_enter_pressed', 'on_character_entered')) },
);

export const slackFile = shape({}, { id, url });
export const seconds = number;
