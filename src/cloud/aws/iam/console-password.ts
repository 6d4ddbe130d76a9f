import { DeleteLoginProfileCommand, GetLoginProfileCommand } from '@aws-sdk/client-iam';
import { CloudError } from '../../../domain/errors.ts';
import { fromCall, orNone, present, settable } from '../collect.ts';
import type { User } from './user.ts';

const none = ['NoSuchEntity', 'NoSuchEntityException'];

/**
 * Asked of IAM itself, for a plan; `null`: there is none. It can be taken away and never put back: a password is not
 * readable, and one that the bot made up would have to be told to somebody in chat.
 */
export const consolePassword = settable(
  fromCall(['iam:GetLoginProfile'], async (reader, { row }: User) => {
    const answer = await orNone(
      reader.iam().send(new GetLoginProfileCommand({ UserName: row.user })),
      ...none,
    );
    if (answer === null) return null;
    const profile = present(answer.LoginProfile, 'the login profile');
    return {
      setAt: present(profile.CreateDate, "the password's date").toISOString(),
      mustBeReset: profile.PasswordResetRequired ?? false,
    };
  }),
  {
    permissions: ['iam:DeleteLoginProfile'],
    calls: () => ['DeleteLoginProfile'],
    implies: (value) => (value === null ? { console: null } : {}),
    async put(client, { row }, value) {
      if (value !== null)
        throw new CloudError('unsupported', 'a console password cannot be put back: set a new one in IAM');
      await orNone(client.iam().send(new DeleteLoginProfileCommand({ UserName: row.user })), ...none);
    },
  },
);
