-- Which engine answers a subtask, where the owner chose one while the program ran.
create table engine_choice (
    subtask   text primary key,
    engine    text not null,
    -- The model to ask in place of the configured one; null for that.
    model     text,
    chosen_at timestamptz not null
);

-- Every question that went, or should have gone, to a language model.
create table language_call (
    id            bigint generated always as identity primary key,
    called_at     timestamptz not null,
    subtask       text not null,
    model         text not null,
    result        text not null,
    took_ms       bigint not null,
    input_tokens  bigint not null,
    output_tokens bigint not null,
    cost          numeric(14, 8) not null
);

create index language_call_day on language_call (called_at);

-- What cascades answered locally. Days are UTC's.
create table cascade_kept (
    day       date not null,
    subtask   text not null,
    questions bigint not null,
    primary key (day, subtask)
);
