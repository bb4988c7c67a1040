import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { thread as text } from '#text/thread';
import { ticket as ticketText } from '#text/ticket';
import type { TicketDetail } from '../../api/client';
import { durationOf, instantOf, say } from '../../text/say';
import type { Property } from '../../tickets/describe';
import { requesterTicketsQuery } from '../../tickets/queries';
import type { TicketActions } from '../../tickets/use-ticket-actions';
import { Ago } from '../../ui/ago';
import { Face } from '../../ui/face';
import { PriorityGlyph } from '../../ui/priority-glyph';
import { StatusBadge, StatusSign } from '../../ui/status-badge';
import classes from './side-panel.module.css';

interface SidePanelProps {
  readonly ticket: TicketDetail;
  readonly actions: TicketActions;
}

/** Who asks, what else they asked, and all that is known of the ticket. */
export function SidePanel({ ticket, actions }: SidePanelProps) {
  const { requester, linked_resource: linked, custom } = ticket;
  return (
    <aside className={classes.panel} aria-label={text.details} tabIndex={0}>
      <Section title={text.requester}>
        <div className={classes.person}>
          <Face name={requester.name} />
          <div className={classes.personText}>
            <strong>{requester.name}</strong>
            {requester.email !== null && <a href={`mailto:${requester.email}`}>{requester.email}</a>}
            {requester.team && <span>{requester.team.name}</span>}
          </div>
        </div>
        <OtherTickets ticket={ticket} />
      </Section>
      <Section title={text.properties}>
        <dl className={classes.list}>
          <Editable property="status" pick={actions.pick}>
            <StatusBadge status={ticket.status} />
          </Editable>
          <Editable property="priority" pick={actions.pick}>
            <PriorityGlyph priority={ticket.priority} />
            {ticketText.priority[ticket.priority]}
          </Editable>
          <Editable property="assignee" pick={actions.pick}>
            <Face name={ticket.assignee?.name ?? ''} size="small" />
            {ticket.assignee?.name ?? ticketText.unassigned}
          </Editable>
          <Editable property="category" pick={actions.pick}>
            {ticket.category.name}
          </Editable>
          <Editable property="tags" pick={actions.pick}>
            {ticket.tags.length === 0 ? ticketText.noTags : ticket.tags.map((tag) => `#${tag}`).join(' ')}
          </Editable>
          {ticket.team && <Fact name={ticketText.property.team}>{ticket.team.name}</Fact>}
        </dl>
      </Section>
      {linked && (
        <Section title={text.linked}>
          <dl className={classes.list}>
            <Fact name={linked.type}>{linked.reference ?? linked.external_id}</Fact>
            {Object.entries(linked.data ?? {}).flatMap(factsOf)}
          </dl>
        </Section>
      )}
      {ticket.resolution !== null && (
        <Section title={text.resolution}>
          <p className={classes.prose}>{ticket.resolution}</p>
        </Section>
      )}
      {Object.keys(custom).length > 0 && (
        <Section title={text.custom}>
          <dl className={classes.list}>{Object.entries(custom).flatMap(factsOf)}</dl>
        </Section>
      )}
      <Section title={text.times}>
        <Times ticket={ticket} />
      </Section>
    </aside>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface EditableProps {
  readonly property: Property;
  readonly pick: (property: Property) => void;
  readonly children: ReactNode;
}

function Editable({ property, pick, children }: EditableProps) {
  return (
    <div className={classes.fact}>
      <dt>{ticketText.property[property]}</dt>
      <dd>
        <button
          type="button"
          className={classes.value}
          title={ticketText.choose[property]}
          onClick={() => pick(property)}
        >
          {children}
        </button>
      </dd>
    </div>
  );
}

/** What another product says of its object, one level deep; what is deeper in JSON. */
function factsOf([name, value]: [string, unknown]): readonly ReactNode[] {
  if (value === null || value === undefined || value === '') return [];
  const inner = typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [[name, value] as const];
  return inner.map(([label, each]) => (
    <Fact key={`${name}.${label}`} name={labelOf(label)}>
      {typeof each === 'string' ? each : JSON.stringify(each)}
    </Fact>
  ));
}

function labelOf(name: string): string {
  return name.replaceAll('_', ' ');
}

function OtherTickets({ ticket }: { readonly ticket: TicketDetail }) {
  const { data } = useQuery(requesterTicketsQuery(ticket.requester.id));
  if (!data) return null;
  const others = data.items.filter(({ number }) => number !== ticket.number).slice(0, 5);
  return (
    <>
      <h4 className={classes.subtitle}>{text.otherTickets}</h4>
      {others.length === 0 ? (
        <p className={classes.none}>{text.noOtherTickets}</p>
      ) : (
        <ul className={classes.others}>
          {others.map(({ number, subject, status }) => (
            <li key={number}>
              <Link to="/tickets/$number" params={{ number: String(number) }} className={classes.other}>
                <StatusSign status={status} />
                <span className="visually-hidden">{ticketText.status[status]}: </span>
                <span className={classes.otherSubject}>{subject}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {data.meta.has_more && (
        <Link
          to="/inbox/$view"
          params={{ view: 'all' }}
          search={{ requester_id: String(ticket.requester.id), status: 'open,in_progress,pending,resolved,closed' }}
          className={classes.allOthers}
        >
          {text.allTickets}
        </Link>
      )}
    </>
  );
}

function Times({ ticket }: { readonly ticket: TicketDetail }) {
  const { created_at: created, first_response_at: responded, resolved_at: resolved, closed_at: closed } = ticket;
  const after = (at: string) => (
    <span title={instantOf(at)}>{say(text.after, { duration: durationOf(created, at) })}</span>
  );
  return (
    <dl className={classes.list}>
      <Fact name={text.opened}>
        <Ago at={created} />
      </Fact>
      <Fact name={text.firstResponse}>{responded === null ? text.noResponse : after(responded)}</Fact>
      {resolved !== null && <Fact name={text.resolved}>{after(resolved)}</Fact>}
      {closed !== null && <Fact name={text.closed}>{after(closed)}</Fact>}
      <Fact name={text.updated}>
        <Ago at={ticket.updated_at} />
      </Fact>
    </dl>
  );
}
