import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useRef } from 'react';
import { writing as text } from '#text/writing';
import { MOST_FILES, type Uploads } from './use-uploads';

interface AttachButtonProps {
  readonly uploads: Uploads;
  readonly isDisabled?: boolean;
}

export function AttachButton({ uploads, isDisabled = false }: AttachButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={text.attach}
        onChange={({ currentTarget }) => {
          uploads.add([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <Tooltip label={text.attach}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={text.attach}
          disabled={isDisabled || uploads.all.length >= MOST_FILES}
          onClick={() => input.current?.click()}
        >
          <IconPaperclip size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </>
  );
}
