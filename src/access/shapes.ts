import { isStranger, type Who } from './caller.ts';
import type { Form } from './condition-keys.ts';
import type { Hole, Template } from './instantiate.ts';

/** Characters that no policy writes: a stranger's own name matches a pattern through its wildcards only. */
export const OWN_NAME = '\uE0A1\uE0A2\uE0A3\uE0A4\uE0A5\uE0A6\uE0A7\uE0A8\uE0A9\uE0AA\uE0AB';
/** For patterns that count characters. */
export const SHORT_NAME = '\uE0A1';
const AN_ACCOUNT = '926581345170';

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const except = (char: string) => (code: number) => code !== char.charCodeAt(0);
export const PARTITION: Hole = { fill: 'aws', accepts: except(':') };

/** An account number: a stranger's is not one that the policy spells out. */
export const accountHole = (whose: boolean): Hole => ({
  fill: AN_ACCOUNT,
  accepts: isDigit,
  exact: true,
  whose,
});

/** The forms in which a caller can carry a key's value; the first ones are what a caller carries when no pattern asks for more. */
export function shapesOf(form: Form, who: Who, name: string): readonly Template[] {
  const stranger = isStranger(who);
  const free: Hole = { fill: name };
  const word: Hole = { fill: name, accepts: except(':') };
  const part: Hole = { fill: name, accepts: except('/') };
  const [ownWord, ownPart, own] = [word, part, free].map((hole) => ({ ...hole, whose: stranger }));
  const account = who.kind === 'account' ? who.account : accountHole(stranger || who.kind === 'organization');
  const organization = who.kind === 'organization' ? who.organization.slice('o-'.length) : (ownPart ?? free);
  const nameless: Template = ['arn:', PARTITION, ':', word, ':'];
  switch (form) {
    case 'account':
      return [[account]];
    case 'organization':
      return [['o-', organization]];
    case 'path':
      return [
        ['o-', organization, '/'],
        ['o-', organization, '/', free, '/'],
      ];
    case 'vpc':
      return [['vpc-', own ?? free]];
    case 'endpoint':
      return [['vpce-', own ?? free]];
    case 'id':
      return [[own ?? free]];
    case 'userId':
      return [
        ['AROA', ownWord ?? free, ':', free],
        ['AIDA', ownWord ?? free],
        [account],
        [account, ':', free],
      ];
    case 'principal':
      return [
        ...['user/', 'role/', 'root'].map(
          (type): Template => ['arn:', PARTITION, ':iam::', account, `:${type}`, free],
        ),
        ['arn:', PARTITION, ':iam::', account, ':', free],
        ['arn:', PARTITION, ':sts::', account, ':', free],
      ];
    case 'provider':
      return [['arn:', PARTITION, ':iam::', account, ':', free], [free]];
    case 'arn':
      return [
        [...nameless, word, ':', account, ':', free],
        [...nameless, ':', account, ':', free],
        [...nameless, '::', ownPart ?? free],
        [...nameless, '::', ownPart ?? free, '/', free],
        [...nameless, word, '::', ownPart ?? free],
        [...nameless, word, '::', ownPart ?? free, '/', free],
        [ownWord ?? free],
      ];
    default:
      return [[free]];
  }
}

/** A pattern whose owner stands before its first wildcard: the search need not look for a stranger in it. */
export const isOwned = (head: string): boolean =>
  /^(arn:[^:]*:[^:]*:[^:]*:\d{12}:|o-[^/]+\/|(aroa|aida)[^:]+:)/i.test(head);
