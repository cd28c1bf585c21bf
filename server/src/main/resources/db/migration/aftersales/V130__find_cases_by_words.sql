-- A text as it is found again: every two neighbouring characters of Chinese, Japanese, Korean and Thai, whole words of all else.
create function aftersales.words(text text) returns text[]
    language sql immutable parallel safe
    return (
        select coalesce(array_agg(distinct w.word), '{}')
          from regexp_matches(
                   regexp_replace(lower(normalize(text, nfkc)), '([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+)', ' \1 ', 'g'),
                   '([\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]+)|([[:alnum:]]+)', 'g') as r (run)
         cross join lateral (
               select substr(r.run[1], n, 2)
                 from generate_series(1, greatest(1, length(r.run[1]) - 1)) as n
                where r.run[1] is not null
               union all
               select left(r.run[2], 40) where r.run[2] is not null) as w (word));

create table aftersales.case_words (
    shop_id text    not null,
    case_id uuid    not null,
    is_open boolean not null,
    words   text[]  not null,
    primary key (shop_id, case_id)
);
comment on table aftersales.case_words is 'What a case is found by: the words of its title and its customer''s name, the name''s first character, its shop''s day.';
comment on column aftersales.case_words.words is 'personal; ''@shop/day'' is the day on which it was submitted, as many days after 1970';

create index open_case_by_words on aftersales.case_words using gin (words) with (gin_pending_list_limit = 512) where is_open;
create index ended_case_by_words on aftersales.case_words using gin (words) with (gin_pending_list_limit = 512) where not is_open;

create function aftersales.words_of(c aftersales.after_sale_case) returns text[]
    language sql immutable parallel safe
    return aftersales.words(c.title || ' ' || coalesce(c.customer_name, ''))
        || coalesce(array[left(lower(normalize(c.customer_name, nfkc)), 1)], '{}')
        || array['@' || c.shop_id || '/' || floor(extract(epoch from c.submitted_at) / 86400)::bigint];

create function aftersales.note_words() returns trigger language plpgsql as $$
begin
    insert into aftersales.case_words (shop_id, case_id, is_open, words)
    select n.shop_id, n.id, n.final_at is null, aftersales.words_of(n::aftersales.after_sale_case)
      from fresh n;
    return null;
end $$;

create function aftersales.note_end() returns trigger language plpgsql as $$
begin
    update aftersales.case_words w
       set is_open = new.final_at is null
     where w.shop_id = new.shop_id and w.case_id = new.id;
    return null;
end $$;

create trigger words_are_noted after insert on aftersales.after_sale_case
    referencing new table as fresh for each statement execute function aftersales.note_words();
create trigger end_is_noted after update of final_at on aftersales.after_sale_case
    for each row when ((old.final_at is null) <> (new.final_at is null)) execute function aftersales.note_end();

insert into aftersales.case_words (shop_id, case_id, is_open, words)
select c.shop_id, c.id, c.final_at is null, aftersales.words_of(c)
  from aftersales.after_sale_case c;
