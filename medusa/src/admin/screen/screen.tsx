import { ArrowLongLeft } from '@medusajs/icons';
import { Container, Heading, Text } from '@medusajs/ui';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useMessages } from '../i18n/messages.ts';

/** One page: its heading, what can be done on it, and the way back. The window's title follows. */
export function Screen(props: {
  title: string;
  intro?: ReactNode;
  back?: { to: string; name: string };
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const messages = useMessages();
  useEffect(() => {
    const before = document.title;
    document.title = `${props.title} · ${messages.menu.traceability}`;
    return () => {
      document.title = before;
    };
  }, [props.title, messages]);
  return (
    <div className="flex flex-col gap-y-3" lang={messages.lang}>
      {props.back && (
        <Link
          to={props.back.to}
          className="txt-compact-small text-ui-fg-subtle hover:text-ui-fg-base flex w-fit items-center gap-x-1 px-1"
        >
          <ArrowLongLeft aria-hidden />
          {messages.page.back(props.back.name)}
        </Link>
      )}
      <Container className="flex flex-wrap items-center justify-between gap-3 px-6 py-4">
        <div className="min-w-0">
          <Heading level="h1" className="break-words">
            {props.title}
          </Heading>
          {props.intro && (
            <Text size="small" className="text-ui-fg-subtle max-w-prose">
              {props.intro}
            </Text>
          )}
        </div>
        {props.actions && <div className="flex flex-wrap gap-2">{props.actions}</div>}
      </Container>
      {props.children}
    </div>
  );
}

/** A part of a page, under a heading of its own where the page has more than one. */
export function Section(props: { title?: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <Container className="divide-y p-0">
      {(props.title || props.actions) && (
        <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-3">
          {props.title && <Heading level="h2">{props.title}</Heading>}
          {props.actions && <div className="flex flex-wrap gap-2">{props.actions}</div>}
        </div>
      )}
      {props.children}
    </Container>
  );
}

/** Messages where there is nothing to show, with what to do next. */
export function Nothing(props: { children: ReactNode }) {
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-4">
      {props.children}
    </Text>
  );
}
