-- A mail that calls an event off offers to take it out of the calendar.
alter table proposal drop constraint proposal_kind_check;
alter table proposal add constraint proposal_kind_check
    check (kind in ('CREATE_EVENT', 'NOTE_DEADLINE', 'ANSWER_INVITATION', 'CANCEL_EVENT'));
