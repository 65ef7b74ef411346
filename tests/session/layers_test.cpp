#include "session/session_support.h"

#include <gmock/gmock.h>

#include <cmath>

namespace dateline::session {
namespace {

using testing::applied;
using ::testing::ElementsAre;
using testing::opened;
using ::testing::SizeIs;

document::Layer layer(const std::string& file) {
    document::Layer made;
    made.file = file;
    return made;
}

std::vector<std::string> files(const State& state) {
    std::vector<std::string> names;
    for (const document::Layer& one : state.layers) names.push_back(one.file);
    return names;
}

State with_three() { return applied(opened(), {AddLayer{layer("/a")}, AddLayer{layer("/b")}, AddLayer{layer("/c")}}); }

TEST(Layers, LieOnOneAnotherAsAddedAndAreMoved) {
    State state = with_three();
    EXPECT_THAT(files(state), ElementsAre("/a", "/b", "/c"));
    EXPECT_EQ(state.layers[0].id, document::layer_id("/a"));
    EXPECT_THAT(files(apply(state, MoveLayer{document::layer_id("/a"), 1})), ElementsAre("/b", "/a", "/c"));
    EXPECT_THAT(files(apply(state, MoveLayer{document::layer_id("/a"), 9})), ElementsAre("/b", "/c", "/a"));
    EXPECT_THAT(files(apply(state, MoveLayer{document::layer_id("/c"), -2})), ElementsAre("/c", "/a", "/b"));
    EXPECT_THAT(files(apply(state, RemoveLayer{document::layer_id("/b")})), ElementsAre("/a", "/c"));
    EXPECT_THAT(apply(state, AddLayer{layer("/b")}).history.undo, SizeIs(3));  // the same again changes nothing
}

TEST(Layers, AreUndoneAndKnowWhatIsSaved) {
    State state = applied(with_three(), {MarkSaved{}});
    EXPECT_FALSE(state.unsaved);
    const std::string b = document::layer_id("/b");
    for (const double opacity : {0.8, 0.6, 0.5}) state = apply(state, ChangeLayer{b, true, opacity, "drag 1"});
    EXPECT_EQ(state.layers[1].opacity, 0.5);
    EXPECT_TRUE(state.unsaved);
    state = apply(state, RemoveLayer{b});
    state = applied(state, {Undo{}, Undo{}});  // the drag is one step
    EXPECT_EQ(state.layers[1].opacity, 1);
    EXPECT_FALSE(state.unsaved);
    state = applied(state, {Redo{}, Redo{}});
    EXPECT_THAT(files(state), ElementsAre("/a", "/c"));
}

TEST(Layers, GoWithTheBriefingThatIsOpened) {
    State state = apply(with_three(), OpenBriefing{testing::briefing(), "other.gpkg", {layer("/x")}});
    EXPECT_THAT(files(state), ElementsAre("/x"));
    EXPECT_FALSE(state.unsaved);
    EXPECT_EQ(view_options(state).layers, state.layers);
}

TEST(Layers, ThatAreNotThereOrMakeNoSenseChangeNothing) {
    const State state = with_three();
    for (const Action& action :
         std::initializer_list<Action>{AddLayer{}, ChangeLayer{"none", false, 1}, ChangeLayer{document::layer_id("/a"), true, std::nan("")},
                                       MoveLayer{"none", 1}, MoveLayer{document::layer_id("/c"), 1}, RemoveLayer{"none"}}) {
        const State after = apply(state, action);
        EXPECT_EQ(after.layers, state.layers) << to_json(action);
        EXPECT_EQ(after.history.undo.size(), state.history.undo.size()) << to_json(action);
    }
}

}  // namespace
}  // namespace dateline::session
