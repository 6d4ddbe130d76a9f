import type { AwsProxy } from '../../test/kit/aws/proxy.ts';
import { iam, isAbout } from './answers.ts';
import { home } from './clinic.ts';
import { at, people } from './people.ts';

type Keys = NonNullable<(typeof people)[string]['keys']>;

/** A name that looks like no key: it is asked by, and never recorded. */
const keyIdOf = (user: string, n: number) => `KEY-${n + 1}-OF-${user}`;

const loginOf = (user: string, changed: string) =>
  `<LoginProfile><UserName>${user}</UserName><CreateDate>${changed}</CreateDate><PasswordResetRequired>false</PasswordResetRequired></LoginProfile>`;

const listOf = (user: string, held: Keys) => {
  const members = held.map(
    ({ active, made }, n) =>
      `<member><UserName>${user}</UserName><AccessKeyId>${keyIdOf(user, n)}</AccessKeyId><Status>${active ? 'Active' : 'Inactive'}</Status><CreateDate>${at(made)}</CreateDate></member>`,
  );
  return `<IsTruncated>false</IsTruncated><AccessKeyMetadata>${members.join('')}</AccessKeyMetadata>`;
};

const useOf = (user: string, { used, service }: Keys[number]) => {
  const last = used ? `<LastUsedDate>${at(used, '06:30:00')}</LastUsedDate>` : '';
  const where = `<ServiceName>${service ?? 'N/A'}</ServiceName><Region>${used ? home : 'N/A'}</Region>`;
  return `<UserName>${user}</UserName><AccessKeyLastUsed>${last}${where}</AccessKeyLastUsed>`;
};

/** What IAM itself tells of passwords and keys, as the report tells of them: the emulator's would all be of today. */
export function addPeopleAnswers(proxy: AwsProxy): void {
  const on = (operation: string, about: string, result: string) =>
    proxy.rule({ service: 'iam', operation, match: isAbout(about), fault: iam(operation, result) });
  for (const [user, { password, keys = [] }] of Object.entries(people)) {
    if (password) on('GetLoginProfile', user, loginOf(user, at(password.changed)));
    if (keys.length > 0) on('ListAccessKeys', user, listOf(user, keys));
    keys.forEach((key, n) => {
      on('GetAccessKeyLastUsed', keyIdOf(user, n), useOf(user, key));
    });
  }
}
