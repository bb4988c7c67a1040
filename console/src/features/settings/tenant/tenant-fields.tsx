import { Checkbox, PasswordInput, Select, Switch, TagsInput, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { settings } from '#text/settings';
import { signIn } from '#text/sign-in';
import { ticket } from '#text/ticket';
import type { Category, Priority } from '../../../api/client';
import { say } from '../../../text/say';
import type { Form } from '../frame/use-form';
import { ANONYMOUS, DIALECTS, type TenantValues } from './tenant-values';
import classes from './tenant-fields.module.css';

const text = settings.tenant;
const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;

interface TenantFieldsProps {
  readonly form: Form<TenantValues>;
  /** Undefined where they are not to be seen: to the owner, who sees nothing inside a tenant. */
  readonly categories: readonly Category[] | undefined;
}

export function TenantFields({ form, categories }: TenantFieldsProps) {
  const { values, change } = form;
  return (
    <>
      <Group title={text.general}>
        <TextInput label={settings.name} required maxLength={190} {...form.text('name')} />
        {categories && (
          <Select
            label={text.defaultCategory}
            placeholder={text.defaultCategoryNone}
            clearable
            data={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
            value={values.defaultCategory}
            error={form.errorOf('default_category')}
            onChange={(defaultCategory) => change({ defaultCategory })}
          />
        )}
        <Select
          label={text.defaultPriority}
          data={PRIORITIES.map((value) => ({ value, label: ticket.priority[value] }))}
          value={values.defaultPriority}
          allowDeselect={false}
          error={form.errorOf('default_priority')}
          onChange={(priority) => change({ defaultPriority: priority as Priority })}
        />
        <TextInput
          label={text.attachmentMax}
          description={text.attachmentMaxHint}
          inputMode="decimal"
          {...form.text('attachmentMegabytes', 'attachment_max_bytes')}
        />
      </Group>
      <Group title={text.access}>
        <Switch label={text.signUp} {...form.flag('signUp')} />
        <TagsInput
          label={text.corsOrigins}
          description={text.corsOriginsHint}
          value={[...values.corsOrigins]}
          maxTags={20}
          acceptValueOnBlur
          error={form.errorOf('cors_origins')}
          onChange={(corsOrigins) => change({ corsOrigins })}
        />
        <TagsInput
          label={text.hosts}
          description={text.hostsHint}
          value={[...values.hosts]}
          maxTags={20}
          acceptValueOnBlur
          error={form.errorOf('hosts')}
          onChange={(hosts) => change({ hosts })}
        />
      </Group>
      <Group title={text.dialects}>
        <Checkbox.Group
          aria-label={text.dialects}
          description={text.dialectsHint}
          value={[...values.dialects]}
          error={form.errorOf('dialects')}
          onChange={(dialects) => change({ dialects })}
        >
          <div className={classes.choices}>
            {[...new Set([...DIALECTS, ...values.dialects])].map((name) => (
              <Checkbox key={name} value={name} label={name} />
            ))}
          </div>
        </Checkbox.Group>
        {values.dialects.includes('daakey') && <DaakeyFields form={form} />}
        {values.dialects.includes('kinconecta') && (
          <Select
            label={text.anonymous}
            description={say(text.dialectName, { name: 'kinconecta' })}
            data={ANONYMOUS.map((value) => ({ value, label: text.anonymousChoices[value] }))}
            value={values.anonymous}
            allowDeselect={false}
            error={form.errorOf('kinconecta.anonymous')}
            onChange={(anonymous) => change({ anonymous: anonymous as TenantValues['anonymous'] })}
          />
        )}
      </Group>
    </>
  );
}

function DaakeyFields({ form }: { readonly form: Form<TenantValues> }) {
  return (
    <fieldset className={classes.dialect}>
      <legend>{say(text.dialectName, { name: 'daakey' })}</legend>
      <TextInput label={text.agencyId} inputMode="numeric" {...form.text('agencyId', 'daakey.agency_id')} />
      <TextInput label={text.agencyCode} maxLength={63} {...form.text('agencyCode', 'daakey.agency_code')} />
      <TextInput label={text.supportName} maxLength={100} {...form.text('supportName', 'daakey.support_name')} />
      <TextInput
        label={text.tolerance}
        inputMode="numeric"
        {...form.text('toleranceSeconds', 'daakey.signature_tolerance_seconds')}
      />
      <PasswordInput
        label={text.secretKey}
        description={text.secretKeyHint}
        autoComplete="off"
        visibilityToggleButtonProps={{ 'aria-label': signIn.showPassword }}
        {...form.text('secretKey', 'daakey.secret_key')}
      />
    </fieldset>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}
