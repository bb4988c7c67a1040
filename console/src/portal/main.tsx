import '../app/tokens.css';
import '../app/base.css';
import './portal.css';
import './forms.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../api/queries';
import { Portal } from './portal';
import { followTheme } from './follow-theme';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no place for the portal');

followTheme();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Portal />
    </QueryClientProvider>
  </StrictMode>,
);
