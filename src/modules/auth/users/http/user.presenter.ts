import { toIso } from '../../../../platform/clock/clock.js';
import type { User } from '../domain/user.js';
import type { UserDto } from './user.dto.js';

export function presentUser(user: User): UserDto {
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role: user.role,
    subject: user.subject,
    team: user.team && { id: user.team.id, name: user.team.name },
    status: user.status,
    created_at: toIso(user.createdAt),
    updated_at: toIso(user.updatedAt),
  };
}
