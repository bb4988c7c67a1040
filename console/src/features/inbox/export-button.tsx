import { Button, Tooltip } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { inbox as text } from '#text/inbox';
import { downloadTickets } from '../../tickets/download';
import type { ListFilter } from '../../tickets/queries';
import { notify, notifyFailure } from '../../shell/notices';
import { say, sizeOf } from '../../text/say';

/** Saves the whole list as a table; says how much of it has come. */
export function ExportButton({ filter }: { readonly filter: ListFilter }) {
  const [received, setReceived] = useState<number | null>(null);
  const isRunning = received !== null;
  const start = async () => {
    setReceived(0);
    try {
      await downloadTickets(filter, setReceived);
      notify(text.export.done);
    } catch (error) {
      notifyFailure(error);
    } finally {
      setReceived(null);
    }
  };
  return (
    <Tooltip label={text.export.label}>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={text.export.label}
        // Not disabled while it runs: the focus would be lost.
        aria-disabled={isRunning}
        onClick={() => {
          if (!isRunning) void start();
        }}
      >
        <IconDownload size={16} stroke={1.8} aria-hidden />
        <span role="status">{isRunning && say(text.export.running, { size: sizeOf(received) })}</span>
      </Button>
    </Tooltip>
  );
}
