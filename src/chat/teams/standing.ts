import type { Actor } from '../../domain/people.ts';
import type { Member } from './bot-framework.ts';

/** What the roster of a conversation says of somebody. Guests of the tenant are in it too, marked in several ways. */
export function standingOf(member: Member, tenants: readonly string[]): Actor['standing'] {
  const { id, role, tenantId, userPrincipalName = '', userRole = 'user' } = member;
  if (id.startsWith('28:') || role === 'bot' || role === 'skill') return 'bot';
  if (tenants.length > 0 && tenantId !== undefined && !tenants.includes(tenantId)) return 'stranger';
  if (userRole === 'guest' || /#ext#/i.test(userPrincipalName)) return 'guest';
  return userRole === 'user' ? 'member' : 'stranger';
}
