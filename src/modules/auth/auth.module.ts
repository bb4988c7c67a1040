import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { DatabaseModule } from '../../platform/database/database.module.js';
import { AccessGuard } from './access/access.guard.js';
import { Authenticator } from './access/authenticator.service.js';
import { CrossOrigin } from './access/cross-origin.js';
import { JwtStrategy } from './access/jwt.strategy.js';
import { Newcomers } from './access/newcomers.service.js';
import { PrincipalCache } from './access/principal-cache.js';
import { ProviderKeys } from './access/provider-keys.js';
import { SignedUrls } from './access/signed-urls.service.js';
import { StandingAccess } from './access/standing-access.js';
import { ApiKeysService } from './api-keys/api-keys.service.js';
import { ApiKeysController } from './api-keys/http/api-keys.controller.js';
import { ApiKeyEntity } from './api-keys/persistence/api-key.entity.js';
import { ApiKeysRepository } from './api-keys/persistence/api-keys.repository.js';
import { AuditService } from './audit/audit.service.js';
import { AuditController } from './audit/http/audit.controller.js';
import { IdentityProvidersController } from './identity-providers/http/identity-providers.controller.js';
import { IdentityProvidersService } from './identity-providers/identity-providers.service.js';
import { TokenTrials } from './identity-providers/token-trials.service.js';
import { IdentityProviderEntity } from './identity-providers/persistence/identity-provider.entity.js';
import { IdentityProvidersRepository } from './identity-providers/persistence/identity-providers.repository.js';
import { AuthController } from './sessions/http/auth.controller.js';
import { RefreshTokenEntity, RevokedTokenEntity, SessionEntity } from './sessions/persistence/session.entities.js';
import { SessionsRepository } from './sessions/persistence/sessions.repository.js';
import { SessionAudit } from './sessions/session-audit.js';
import { SessionSweep } from './sessions/session-sweep.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SetupController } from './setup/http/setup.controller.js';
import { SetupEntity } from './setup/persistence/setup.entity.js';
import { SetupRepository } from './setup/persistence/setup.repository.js';
import { SetupService } from './setup/setup.service.js';
import { TeamsController } from './teams/http/teams.controller.js';
import { TeamEntity } from './teams/persistence/team.entity.js';
import { TeamsRepository } from './teams/persistence/teams.repository.js';
import { TeamsService } from './teams/teams.service.js';
import { OwnTenantController } from './tenants/http/own-tenant.controller.js';
import { TenantsController } from './tenants/http/tenants.controller.js';
import { TenantClaimEntity, TenantEntity } from './tenants/persistence/tenant.entity.js';
import { TenantsRepository } from './tenants/persistence/tenants.repository.js';
import { TenantsService } from './tenants/tenants.service.js';
import { UsersController } from './users/http/users.controller.js';
import { UserEntity } from './users/persistence/user.entity.js';
import { UsersRepository } from './users/persistence/users.repository.js';
import { UsersService } from './users/users.service.js';

/** Tenants, the people in them, and how a request proves whose it is. */
@Module({
  imports: [
    PassportModule,
    DatabaseModule.entities(
      ...[
        TenantEntity,
        TenantClaimEntity,
        UserEntity,
        TeamEntity,
        SessionEntity,
        RefreshTokenEntity,
        RevokedTokenEntity,
      ],
      ...[IdentityProviderEntity, ApiKeyEntity, SetupEntity],
    ),
  ],
  controllers: [
    AuthController,
    SetupController,
    TenantsController,
    OwnTenantController,
    IdentityProvidersController,
    UsersController,
    TeamsController,
    ApiKeysController,
    AuditController,
  ],
  providers: [
    ...[TenantsRepository, UsersRepository, TeamsRepository, SessionsRepository, IdentityProvidersRepository],
    ...[ApiKeysRepository, SetupRepository],
    ...[
      TenantsService,
      UsersService,
      TeamsService,
      SessionsService,
      IdentityProvidersService,
      TokenTrials,
      ApiKeysService,
      SetupService,
    ],
    ...[PrincipalCache, ProviderKeys, Authenticator, Newcomers, JwtStrategy, SignedUrls, StandingAccess, SessionSweep],
    ...[CrossOrigin, AuditService, SessionAudit],
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [
    TenantsService,
    UsersService,
    TeamsService,
    SessionsService,
    SetupService,
    SignedUrls,
    StandingAccess,
    Authenticator,
    CrossOrigin,
    IdentityProvidersService,
  ],
})
export class AuthModule {}
