import type { ComponentType } from 'react';

/** A place that the main navigation, the palette and a key sequence lead to. */
export interface Destination {
  readonly id: string;
  readonly label: string;
  readonly to: string;
  readonly icon: ComponentType<{ size?: number; stroke?: number }>;
  readonly keys: string;
  readonly roles: readonly string[];
}
