//! Which files a check reads, and which of them it reports on.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use sixinto_core::check::{self, Context, Finding, Loaded, Words};
use sixinto_core::date::Date;
use sixinto_core::json::Versioned;

use super::Args;
use crate::failure::Failure;
use crate::folder::{self, NamedText};
use crate::lang::both;
use crate::request::possible;

/// Everything that a check reads.
pub(crate) struct Files {
    /// The banks: those asked for, and those that they will stand beside.
    pub(crate) banks: Vec<NamedText>,
    /// The card sets of the folder, where the whole folder was asked for.
    pub(crate) cards: Vec<NamedText>,
    /// The promises of the folder, where it has some and the whole folder was asked for.
    pub(crate) pledges: Option<NamedText>,
    /// What they are held against.
    pub(crate) context: Context,
    /// What is wrong with the files of the context.
    pub(crate) unreadable: Vec<Finding>,
    /// What the person should know about where things were taken from.
    pub(crate) notes: Vec<Words>,
    /// The names of the files to report on; all of them where it is empty.
    asked: BTreeSet<String>,
}

/// The folder that banks are held against, and the files to report on: all of its own where there are none.
struct Plan {
    home: PathBuf,
    asked: Vec<PathBuf>,
    notes: Vec<Words>,
}

impl Files {
    pub(crate) fn read(args: &Args, today: Date) -> Result<Self, Failure> {
        let Plan { home, asked, notes } = plan(args)?;
        let mut loader = ContextLoader { home: &home, with: &args.with, notes, unreadable: Vec::new() };
        let themes = loader.load(folder::THEMES)?;
        let topics = loader.load_own(folder::TOPICS)?;
        let presets = loader.load(folder::PRESETS)?;
        let register = loader.load(folder::SOURCES)?;
        let ContextLoader { mut notes, unreadable, .. } = loader;
        let apart = asked.first().and_then(|file| file.parent()).filter(|folder| *folder != home);
        let pictures = apart.into_iter().chain([home.as_path()]).flat_map(folder::pictures).collect();
        let context = Context {
            themes,
            topics,
            presets,
            register,
            set: args.set.clone(),
            langs: args.langs.clone(),
            pictures,
            today,
        };
        if unreadable.is_empty() {
            known_set(&context)?;
        } else {
            notes.push(Words::new(
                "这些文件改好以前，题目的内容没有检查。",
                "Until these files are put right, what the questions say is not checked.",
            ));
        }
        let banks = with_neighbours(&home, &asked)?;
        let banks = banks.iter().map(|path| folder::read(path)).collect::<Result<_, _>>()?;
        let cards = if asked.is_empty() { folder::card_paths(&home) } else { Vec::new() };
        let cards = cards.iter().map(|path| folder::read(path)).collect::<Result<_, _>>()?;
        let pledges = Some(home.join(folder::PLEDGES)).filter(|path| asked.is_empty() && path.is_file());
        let pledges = pledges.map(|path| folder::read(&path)).transpose()?;
        let asked = asked.iter().map(|path| folder::name(path)).collect();
        Ok(Self { banks, cards, pledges, context, unreadable, notes, asked })
    }

    /// Whether findings in that file are to be shown.
    pub(crate) fn is_asked(&self, name: &str) -> bool {
        self.asked.is_empty() || self.asked.contains(name)
    }

    /// Whether files were asked for by name, and not the whole folder.
    pub(crate) fn are_named(&self) -> bool {
        !self.asked.is_empty()
    }

    /// What a file says.
    pub(crate) fn text(&self, name: &str) -> &str {
        let Context { themes, topics, presets, register, .. } = &self.context;
        let topics = topics.iter().map(|file| (&file.name, &file.text));
        let beside = [(&themes.name, &themes.text), (&presets.name, &presets.text), (&register.name, &register.text)];
        let own = self.banks.iter().chain(&self.cards).chain(&self.pledges).map(|(name, text)| (name, text));
        let mut all = own.chain(beside).chain(topics);
        all.find(|(known, _)| *known == name).map_or("", |(_, text)| text)
    }
}

fn plan(args: &Args) -> Result<Plan, Failure> {
    let (folder, asked) = match args.paths.as_slice() {
        [folder] if folder.is_dir() && folder::is_home(folder) => {
            return Ok(Plan { home: folder.clone(), asked: Vec::new(), notes: Vec::new() });
        }
        [folder] if folder.is_dir() => (folder.clone(), folder::bank_paths(folder)?),
        files => (one_folder(files)?, files.to_vec()),
    };
    if asked.is_empty() {
        let folder = folder.display();
        let help = Words::new("题库是 .json 文件", "banks are .json files");
        return Err(Failure::new(both!("{folder} 里没有题库", "there is no bank in {folder}"), help));
    }
    if folder::is_home(&folder) {
        return Ok(Plan { home: folder, asked, notes: Vec::new() });
    }
    folder::must_be_home(&args.with)?;
    let (folder, with) = (folder.display(), args.with.display());
    let note = both!(
        "{folder} 里没有主题、预设和来源的文件，按放进 {with} 来检查。",
        "There are no themes, presets and sources in {folder}: checked as if it stood in {with}.",
    );
    Ok(Plan { home: args.with.clone(), asked, notes: vec![note] })
}

/// The folder that all the files are in.
fn one_folder(files: &[PathBuf]) -> Result<PathBuf, Failure> {
    if let Some(folder) = files.iter().find(|path| path.is_dir()) {
        let folder = folder.display();
        let help = Words::new("一次检查一个文件夹，或者几个文件", "check one folder at a time, or files");
        return Err(Failure::new(both!("{folder} 是文件夹", "{folder} is a folder"), help));
    }
    let folder_of = |path: &PathBuf| match path.parent() {
        Some(folder) if folder != Path::new("") => folder.to_owned(),
        _ => PathBuf::from("."),
    };
    let folders: BTreeSet<PathBuf> = files.iter().map(folder_of).collect();
    match folders.into_iter().collect::<Vec<_>>().as_slice() {
        [folder] => Ok(folder.clone()),
        _ => Err(Failure::new(
            Words::new("这些文件不在同一个文件夹里", "these files are not in one folder"),
            Words::new("一次检查一个文件夹里的文件", "check the files of one folder at a time"),
        )),
    }
}

/// The banks asked for and those they will stand beside, so that what only shows together is found. A file asked for
/// takes the place of the neighbour by its name: it is a newer copy.
fn with_neighbours(home: &Path, asked: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let mut paths = folder::bank_paths(home)?;
    paths.retain(|path| !asked.iter().any(|file| file.file_name() == path.file_name()));
    paths.extend(asked.iter().filter(|path| folder::is_bank(path)).cloned());
    Ok(paths)
}

fn known_set(context: &Context) -> Result<(), Failure> {
    let (themes, set) = (&context.themes.value, &context.set);
    if themes.set(set).is_some() {
        return Ok(());
    }
    let known = themes.sets.iter().map(|set| set.id.as_str());
    Err(Failure::new(both!("没有“{set}”这组主题", "there is no set of themes `{set}`"), possible(known)))
}

/// Reads the files that stand beside banks.
struct ContextLoader<'a> {
    home: &'a Path,
    with: &'a Path,
    notes: Vec<Words>,
    unreadable: Vec<Finding>,
}

impl ContextLoader<'_> {
    /// The file of that name in the folder, or in the one given for when it has none.
    fn load<T: Versioned>(&mut self, name: &str) -> Result<Loaded<T>, Failure> {
        let own = self.home.join(name);
        let path = if own.is_file() { own } else { self.with.join(name) };
        if !path.starts_with(self.home) && path.is_file() {
            let (home, taken) = (self.home.display(), path.display());
            self.notes.push(both!(
                "{home} 里没有 {name}，用的是 {taken}。",
                "There is no {name} in {home}: {taken} is used."
            ));
        }
        self.read(&path)
    }

    /// The file of that name in the folder, if it has one: what another folder says there is no rule for this one.
    fn load_own<T: Versioned>(&mut self, name: &str) -> Result<Option<Loaded<T>>, Failure> {
        let path = self.home.join(name);
        path.is_file().then(|| self.read(&path)).transpose()
    }

    fn read<T: Versioned>(&mut self, path: &Path) -> Result<Loaded<T>, Failure> {
        let (file, failures) = folder::load(path)?;
        self.unreadable.extend(check::unreadable(&file.name, &file.text, &failures));
        Ok(file)
    }
}
