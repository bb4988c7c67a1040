import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import { ExtractJwt, Strategy, type StrategyOptionsWithRequest } from 'passport-jwt';
import { Authenticator, type Signer, type VerifiedToken } from './authenticator.service.js';
import type { Principal } from './caller.js';

type Done<T> = (error: unknown, value?: T) => void;

/**
 * passport-jwt, with a key provider that picks the signer by the token's issuer and audience. The signature is checked
 * by jose instead of passport-jwt's own library, which knows no EdDSA and no key sets.
 */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(private readonly authenticator: Authenticator) {
    const pickSigner = (request: FastifyRequest, token: string, done: Done<Signer>) =>
      settle(authenticator.signerOf(request.ctx, token), done);
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      secretOrKeyProvider: pickSigner,
      passReqToCallback: true,
    } as unknown as StrategyOptionsWithRequest);
    const verify = (token: string, signer: Signer, _options: unknown, done: Done<VerifiedToken>) =>
      settle(authenticator.verify(token, signer), done);
    Object.assign(Strategy, { JwtVerifier: verify });
  }

  validate(request: FastifyRequest, token: VerifiedToken): Promise<Principal> {
    return this.authenticator.principalOf(request.ctx, token);
  }
}

/** A promise's outcome for a callback. */
function settle<T>(promise: Promise<T>, done: Done<T>): void {
  promise.then(
    (value) => done(null, value),
    (error: unknown) => done(error),
  );
}
