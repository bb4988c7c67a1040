import { Injectable } from '@nestjs/common';

/** An account that everybody may use who can reach the server, password and all. */
export interface SignInOffer {
  readonly name: string;
  readonly role: string;
  /** Null for the owner of the installation. */
  readonly tenant: string | null;
  readonly email: string;
  readonly password: string;
}

/** What the pages offer at sign-in, a click each. Nothing, unless a program made for a look around fills it. */
@Injectable()
export class SignInOffers {
  private offers: readonly SignInOffer[] = [];

  get all(): readonly SignInOffer[] {
    return this.offers;
  }

  make(offers: readonly SignInOffer[]): void {
    this.offers = offers;
  }
}
