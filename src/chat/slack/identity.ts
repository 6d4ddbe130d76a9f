import type { webApi } from '@slack/bolt';

/** Who the bot is in its workspace. */
export interface Identity {
  readonly team: string;
  readonly userId: string;
  readonly botId: string;
}

export interface Self {
  /** Asks Slack once; a failed question is asked again by the next who wants to know. */
  learn(): Promise<Identity>;
  known(): Identity | null;
}

export function createSelf(client: webApi.WebClient): Self {
  let known: Identity | null = null;
  let asked: Promise<Identity> | null = null;
  const ask = async (): Promise<Identity> => {
    try {
      const { team_id, user_id, bot_id } = await client.auth.test();
      known = { team: team_id ?? '', userId: user_id ?? '', botId: bot_id ?? '' };
      return known;
    } finally {
      asked = null;
    }
  };
  return {
    learn: async () => {
      if (known) return known;
      asked ??= ask();
      return asked;
    },
    known: () => known,
  };
}
