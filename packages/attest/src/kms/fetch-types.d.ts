// Names of a browser's types that aws4fetch uses, and Node has under other names.
type HeadersInit = NonNullable<RequestInit['headers']>;
type BodyInit = NonNullable<RequestInit['body']>;
