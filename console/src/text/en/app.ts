export const app = {
  forStaff: 'The console is for agents and admins',
  forStaffHint: 'You are signed in as a customer. Your tickets are in the portal.',
  openPortal: 'Open the portal',
  settings: 'Settings',
} as const;
