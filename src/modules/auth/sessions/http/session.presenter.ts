import type { Role } from '../../../../platform/context/request-context.js';
import type { Principal } from '../../access/caller.js';
import { presentUser } from '../../users/http/user.presenter.js';
import type { Grant } from '../sessions.service.js';
import type { GrantDto, ProfileDto } from './session.dto.js';

const ABILITIES: Readonly<Record<Role, readonly string[]>> = {
  customer: ['open_ticket'],
  agent: ['open_ticket', 'open_ticket_on_behalf', 'work_tickets', 'read_users'],
  admin: ['open_ticket', 'open_ticket_on_behalf', 'work_tickets', 'read_users', 'manage_users', 'manage_tenant'],
  owner: ['manage_tenants'],
};

export function presentGrant(grant: Grant): GrantDto {
  return {
    access_token: grant.accessToken,
    refresh_token: grant.refreshToken,
    token_type: 'Bearer',
    expires_in: grant.expiresIn,
    user: presentUser(grant.user),
  };
}

export function presentProfile({ user, tenant, actor }: Principal): ProfileDto {
  const { code, name } = tenant;
  return { ...presentUser(user), tenant: code === '' ? null : { code, name }, abilities: ABILITIES[actor.role] };
}
